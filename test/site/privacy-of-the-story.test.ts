import { openSite } from '../../devsite/open-site';
import type { Site } from '../../devsite/site';
import { cast } from '../../scripts/story/cast';
import { storyStart } from '../../scripts/story/service-time';
import { storyDeeds } from '../../scripts/story/story';
import { adminAccountId, storySite } from '../../scripts/story/story-site';
import { tellStory } from '../../scripts/story/tell';
import { type Kept, loggedTexts, propertyTexts, storedTexts } from '../builders/everything-kept';
import { theApp } from '../builders/the-app';

jest.setTimeout(300_000);

let site: Site;

/** The journal keeps the latest runs alone, so it is read as the story goes on. */
const logged: Kept[] = [];
let heard = 0;
function listen(): void {
  const [latest] = site.journal.recent(1);
  logged.push(...loggedTexts(site, heard));
  heard = latest?.id ?? heard;
}

beforeAll(async () => {
  site = await openSite({
    appDirectory: theApp(),
    runner: 'in-process',
    start: storyStart,
    seed: storySite,
    pace: 'frozen',
    adminAccountId,
  });
  await tellStory(site, listen);
});
afterAll(() => site.close());

const deeds = storyDeeds().map(({ act }) => act);

/** What people wrote: what an incident is about, how it is described, what was answered. */
const written = deeds.flatMap((act): readonly string[] => {
  if (act.kind === 'raise') return [act.text.summary, ...linesOf(act.text.description)];
  if (act.kind === 'comment') return linesOf(act.text);
  return act.kind === 'follow up' ? [act.summary] : [];
});

/** A text is searched for by its lines: in a document it stands in parts. */
function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^(?:- | {4})/, '').trim())
    .filter((line) => line.length > 12);
}

const people = cast.flatMap(({ displayName, emailAddress = '' }) => [
  displayName,
  ...displayName.split(' '),
  emailAddress,
]);

/** Account ids of the story are made of names; they alone are taken away before names are looked for. */
const withoutIds = (text: string): string =>
  cast.reduce((rest, { accountId }) => rest.replaceAll(accountId, 'id'), text);

function found(kept: readonly Kept[]): readonly string[] {
  const sought = [...new Set([...people, ...written])];
  return kept.flatMap(({ place, text }) => {
    const plain = withoutIds(text);
    return sought
      .filter((each) => plain.includes(JSON.stringify(each).slice(1, -1)))
      .map((each) => `${place}: ${each}`);
  });
}

const issueIds = (): readonly string[] =>
  site.jira
    .as(adminAccountId)
    .post<{ issues: readonly { id: string }[] }>('/rest/api/3/search/jql', {
      jql: 'type = Incident',
      maxResults: 500,
      fields: ['id'],
    })
    .issues.map(({ id }) => id);

describe('after a month of incidents', () => {
  test('there are texts and people enough to look for', () => {
    expect(written.length).toBeGreaterThan(400);
    expect(people.length).toBeGreaterThan(20);
  });

  test('the storage has no name, no mail address and nothing that people wrote', () => {
    const kept = storedTexts(site);
    expect(kept.length).toBeGreaterThan(300);
    expect(found(kept)).toEqual([]);
    expect(kept.filter(({ text }) => text.includes('@'))).toEqual([]);
  });

  test('the logs have neither', () => {
    listen();
    expect(heard).toBeGreaterThan(5_000);
    expect(found(logged)).toEqual([]);
  });

  test('the properties of the issues have neither', () => {
    const kept = propertyTexts(site, adminAccountId, issueIds());
    expect(kept.length).toBeGreaterThan(100);
    expect(found(kept)).toEqual([]);
  });

  test('a text that was kept would be found', () => {
    expect(found([{ place: 'planted', text: JSON.stringify({ summary: written[0] }) }])).not.toEqual([]);
    expect(found([{ place: 'planted', text: `by ${cast[0]?.displayName}` }])).not.toEqual([]);
  });
});
