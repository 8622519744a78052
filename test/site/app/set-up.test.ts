import type { Choices } from '@fettle/set-up/domain/choices';
import type { Kill } from '../../../devsite/gateway';
import { admin } from '../../builders/an-incident-seed';
import { administer, anIncidentSite, type IncidentSite } from '../../builders/an-incident-site';
import { aLivedInSeed, anEmptySeed } from '../../builders/set-up-seeds';
import { configurationOf } from '../../builders/what-is-kept';

const noChoices: Choices = { items: {}, levels: {} };

let site: IncidentSite;
afterEach(() => site.close());

async function asked<Value>(functionKey: string, payload: unknown, by = admin): Promise<Value> {
  const reply = (await administer(site, functionKey, payload, by)) as { ok: boolean; value: Value };
  expect(reply).toMatchObject({ ok: true });
  return reply.value;
}

interface Part {
  readonly finished: boolean;
  readonly refused?: { readonly stage: string; readonly words: string };
  readonly carriedOut: readonly string[];
  readonly writes: { readonly all: number; readonly owed: number };
}

async function setUp(choices = noChoices): Promise<readonly string[]> {
  const carriedOut: string[] = [];
  for (;;) {
    const part = await asked<Part>('applySetUp', { choices });
    expect(part.refused).toBeUndefined();
    carriedOut.push(...part.carriedOut);
    if (part.finished) break;
  }
  await site.settle();
  return carriedOut;
}

/** The names of all that can be configured, in the order of their making. */
function configured() {
  const { get } = site.jira.as(admin);
  const namesIn = (list: readonly { readonly name: string; readonly scope?: unknown }[]) =>
    list.filter(({ scope }) => scope === undefined).map(({ name }) => name);
  const pages = (path: string) => namesIn(get<{ values: [] }>(path).values);
  return {
    types: namesIn(get('/rest/api/3/issuetype')),
    fields: pages('/rest/api/3/field/search?type=custom'),
    links: namesIn(get<{ issueLinkTypes: [] }>('/rest/api/3/issueLinkType').issueLinkTypes),
    statuses: pages('/rest/api/3/statuses/search?maxResults=200'),
    workflows: pages('/rest/api/3/workflows/search'),
    workflowSchemes: pages('/rest/api/3/workflowscheme'),
    screens: pages('/rest/api/3/screens'),
    screenSchemes: pages('/rest/api/3/screenscheme'),
    typeScreenSchemes: pages('/rest/api/3/issuetypescreenscheme'),
    typeSchemes: pages('/rest/api/3/issuetypescheme'),
    projects: pages('/rest/api/3/project/search'),
  };
}

/** Whether a call changes Jira. */
const isWrite = ({ destination, ask }: IncidentSite['calls'][number]): boolean =>
  destination.type === 'fpp' &&
  destination.remote === 'jira' &&
  ask.method !== 'GET' &&
  !/permissions\/check|search|jql/.test(ask.path);

const writes = () => site.calls.filter(isWrite);

describe('set-up on an empty site', () => {
  beforeEach(async () => {
    site = await anIncidentSite({ seed: anEmptySeed() });
  });

  test('is not done by the install alone, which finds no incidents', () => {
    expect(configurationOf(site)).toBeUndefined();
  });

  test('makes what is wanted, and a project to work in', async () => {
    await setUp();
    const { types, fields, links, projects } = configured();
    expect(types).toEqual(expect.arrayContaining(['Incident', 'Problem', 'Change', 'Service request']));
    expect(fields).toEqual(
      expect.arrayContaining(['Impact', 'Urgency', 'Affected services', 'Pending reason', 'Expected resume']),
    );
    expect(links).toEqual(expect.arrayContaining(['Problem/Incident', 'Resolved by change']));
    expect(projects).toEqual(['IT service desk']);
    expect(configurationOf(site)?.incidentTypes).toHaveLength(1);
  });

  test('changes nothing when it is done again', async () => {
    await setUp();
    const [before, written] = [configured(), writes().length];
    expect(await setUp()).toEqual([]);
    expect(writes()).toHaveLength(written);
    expect(configured()).toEqual(before);
  });

  test('lets everything be exported that the app keeps, with who decided it', async () => {
    await setUp();
    const rows: { part: string; key: string; audit?: { action: string; actor: string }[] }[] = [];
    let place: unknown;
    do {
      const page = await asked<{ rows: typeof rows; next?: unknown }>('exportPage', place ? { place } : {});
      rows.push(...page.rows);
      place = page.next;
    } while (place);
    const parts = rows.map(({ part }) => part);
    expect([...new Set(parts)]).toEqual(['settings', 'service-level', 'calendar', 'set-up']);
    expect(rows.find(({ part }) => part === 'set-up')?.audit?.map(({ action, actor }) => [action, actor])).toEqual([
      ['set-up.decided', admin],
      ['set-up.finished', admin],
    ]);
  });

  test('is for those alone who administer the site', async () => {
    expect(await administer(site, 'applySetUp', { choices: noChoices }, 'abel')).toEqual({
      ok: false,
      reason: { code: 'not-permitted' },
    });
  });

  test('takes away what nobody uses, and keeps what is in use', async () => {
    await setUp();
    const { made } = await asked<{ made: { kind: string; id: string; name: string; uses: number }[] }>(
      'planRemoval',
      {},
    );
    expect(made.map(({ uses }) => uses)).toEqual(made.map(() => 0));
    for (const { kind, id } of made) {
      expect(await asked('removeMade', { kind, id })).toEqual({ outcome: 'removed' });
      await site.advance(60_000);
    }
    expect((await asked<{ made: unknown[] }>('planRemoval', {})).made).toEqual([]);
    expect(configured().types).not.toContain('Incident');
    expect(configured().fields).toEqual(['Next due']);
    expect(configured().projects).toEqual([]);
  });
});

describe('set-up that is cut off', () => {
  test('ends the same, with nothing made twice, after whichever call it was killed', async () => {
    site = await anIncidentSite({ seed: anEmptySeed() });
    await setUp();
    const [whole, wanted] = [writes().length, configured()];
    await site.close();

    for (let fatal = 1; fatal <= whole; fatal += 1) {
      let written = 0;
      const kill: Kill = (call) => {
        if (!isWrite(call)) return undefined;
        written += 1;
        return written === fatal ? 'after' : undefined;
      };
      site = await anIncidentSite({ seed: anEmptySeed(), kill });
      await administer(site, 'applySetUp', { choices: noChoices }).catch(() => undefined);
      await setUp();
      expect({ fatal, ...configured() }).toEqual({ fatal, ...wanted });
      if (fatal < whole) await site.close();
    }
  });
});

describe('set-up on a site that people live in', () => {
  beforeEach(async () => {
    site = await anIncidentSite({ seed: aLivedInSeed() });
  });

  test('takes what is there, makes what is not, and leaves alone what does not fit', async () => {
    await setUp();
    const { types, fields, projects } = configured();
    expect(types.filter((name) => name === 'Incident')).toHaveLength(1);
    expect(fields).toEqual(expect.arrayContaining(['Impact', 'Incident impact', 'Urgency']));
    expect(fields.filter((name) => name === 'Urgency')).toHaveLength(1);
    expect(projects).not.toContain('IT service desk');
    expect(configurationOf(site)?.incidentTypes).toHaveLength(2);
    expect(configurationOf(site)?.priority.priorities).toHaveLength(5);
  });

  test('puts the fields on the screens of the incidents, so that agents can set them', async () => {
    await setUp();
    const { get, post } = site.jira.as('abel');
    const impact = get<{ id: string; name: string }[]>('/rest/api/3/field').find(
      ({ name }) => name === 'Incident impact',
    );
    const issue = post<{ id: string }>('/rest/api/3/issue', {
      fields: {
        project: { key: 'OPS' },
        issuetype: { name: 'Incident' },
        summary: 'The mail is down',
        [impact?.id ?? '']: { value: '1 - High' },
      },
    });
    await site.settle();
    expect(issue.id).toBeDefined();
  });

  test('tells what has changed since', async () => {
    await setUp();
    const { fields } = configured();
    expect(fields).toContain('Incident impact');
    const jira = site.jira.as(admin);
    const [urgency] = jira.get<{ values: { id: string; name: string }[] }>(
      '/rest/api/3/field/search?query=Urgency',
    ).values;
    const [context] = jira.get<{ values: { id: string }[] }>(`/rest/api/3/field/${urgency?.id}/context`).values;
    jira.post(`/rest/api/3/field/${urgency?.id}/context/${context?.id}/option`, { options: [{ value: 'Yesterday' }] });
    const { drift } = await asked<{ drift: unknown[] }>('planSetUp', {});
    expect(drift).toEqual([{ code: 'options-without-level', of: 'Urgency: Yesterday' }]);
  });
});
