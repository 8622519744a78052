import { openSite } from '../../devsite/open-site';
import { rateLimits } from '../../devsite/platform/invocation-rates';
import type { Site } from '../../devsite/site';
import { startWeb } from '../../devsite/web/server';
import { aSeed } from '../builders/a-jira';
import { minute, monday, second } from '../builders/a-platform';
import { tinyApp } from '../builders/tiny-app';

jest.setTimeout(60_000);

const app = tinyApp();

let site: Site;

const opened = (bursts?: boolean) =>
  openSite({
    appDirectory: app,
    runner: 'in-process',
    start: monday,
    seed: aSeed,
    pace: 'frozen',
    ...(bursts !== undefined && { bursts }),
  });

beforeEach(async () => {
  site = await opened(true);
});

afterEach(() => site.close());

const invoked = (accountId: string) =>
  site.invoke({ moduleKey: 'notes', functionKey: 'notes', payload: { issue: 'POST-1' }, accountId });

const tooSoon = 'There was an error invoking the function - the rate limit is exceeded';

/** As many invocations as a second has room for. */
async function filled(): Promise<void> {
  for (let n = 0; n < rateLimits.perSecond; n += 1) await invoked('ada');
}

test('one invocation too many is rejected, whoever asks, and the next second has room again', async () => {
  await filled();
  await expect(invoked('ada')).rejects.toThrow(tooSoon);
  await expect(invoked('bob')).rejects.toThrow(tooSoon);
  await site.advance(second);
  await expect(invoked('bob')).resolves.toEqual([]);
});

test('what is left is told for each person, and the minute that follows has all of it', async () => {
  const reset = (monday + minute) / second;
  await invoked('ada');
  expect(site.invocationRate('ada')).toEqual({
    rateLimitValue: rateLimits.perUser,
    rateLimitRemaining: rateLimits.perUser - 1,
    rateLimitReset: reset,
  });
  expect(site.invocationRate('bob')).toMatchObject({ rateLimitRemaining: rateLimits.perUser });
  await site.advance(minute);
  expect(site.invocationRate('ada')).toMatchObject({ rateLimitRemaining: rateLimits.perUser });
});

test('a web trigger is answered 429, and says when it is not', async () => {
  const web = await startWeb({ site, appDirectory: app, people: [], port: 0 });
  const asked = { moduleKey: 'notes', functionKey: 'addresses', payload: { key: 'knock' }, accountId: 'ada' };
  const { url } = (await site.invoke(asked)) as { url: string };
  const first = await fetch(url);
  expect([first.status, first.headers.get('x-ratelimit-limit'), first.headers.get('x-ratelimit-remaining')]).toEqual([
    201,
    String(rateLimits.perInstallation),
    String(rateLimits.perInstallation - 2),
  ]);
  await site.advance(second);
  await filled();
  const late = await fetch(url);
  expect([late.status, late.headers.get('x-ratelimit-reset')]).toEqual([429, String((monday + minute) / second)]);
  await web.close();
});

test('events and queues are carried out all the same', async () => {
  await filled();
  site.jira.as('ada').post('/rest/api/3/issue', {
    fields: { project: { key: 'POST' }, issuetype: { name: 'Parcel' }, summary: 'A vase' },
  });
  await site.settle();
  await site.advance(5 * minute);
  expect(site.failedForGood()).toEqual([]);
  expect(site.jira.as('ada').get('/rest/api/3/issue/POST-1/comment').total).toBe(1);
});

test('while the clock stands nothing is counted unless it is asked for', async () => {
  await site.close();
  site = await opened();
  await filled();
  await expect(invoked('ada')).resolves.toEqual([]);
});
