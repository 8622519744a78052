import { openSite } from '../../devsite/open-site';
import { burstLimits, openBursts } from '../../devsite/platform/bursts';
import type { Ask } from '../../devsite/simulators/simulator';
import type { SiteOptions } from '../../devsite/site';
import { aSeed } from '../builders/a-jira';
import { monday } from '../builders/a-platform';
import { tinyApp } from '../builders/tiny-app';

jest.setTimeout(60_000);

interface Counting {
  /** Absent: as the clock has it. */
  readonly counted?: boolean;
  readonly frozen: boolean;
}

function aCount({ counted, frozen }: Counting = { counted: true, frozen: true }) {
  const clock = { time: monday, now: () => clock.time, frozen };
  const bursts = openBursts(clock, counted);
  const refused = (ask: Ask) => bursts.refusal(ask)?.headers;
  const through = (times: number, ask: Ask) =>
    Array.from({ length: times }, () => refused(ask)).filter((headers) => headers === undefined).length;
  return { clock, refused, letThrough: through };
}

const call = (method: string, path: string): Ask => ({ method, path: `/rest/api/3/${path}` });

describe('calls of one endpoint by one method', () => {
  test.each([
    ['GET', 'field', burstLimits.GET.calls],
    ['POST', 'search/jql', burstLimits.POST.calls],
    ['PUT', 'app/field/1/value', burstLimits.PUT.calls],
    ['DELETE', 'filter/1', burstLimits.DELETE.calls],
  ])('%s %s are let through %i times a second, and then told to wait', (method, path, most) => {
    const { clock, refused, letThrough } = aCount();
    expect(letThrough(most, call(method, path))).toBe(most);
    expect(refused(call(method, path))).toEqual({ 'retry-after': '1', 'ratelimit-reason': 'jira-burst-based' });
    clock.time += burstLimits.GET.milliseconds - 1;
    expect(refused(call(method, path))).toBeDefined();
    clock.time += 1;
    expect(refused(call(method, path))).toBeUndefined();
  });

  test('count together whichever issue they ask for, and apart by their method', () => {
    const { letThrough, refused } = aCount();
    expect(letThrough(60, call('GET', 'issue/A-1?fields=status'))).toBe(60);
    expect(letThrough(60, call('GET', 'issue/10001'))).toBe(40);
    expect(refused(call('GET', 'issue/10001/comment'))).toBeUndefined();
    expect(refused(call('DELETE', 'issue/10001'))).toBeUndefined();
  });
});

describe('what writes to one issue', () => {
  const comment = call('POST', 'issue/OPS-1/comment');

  test('is let through twenty times in two seconds', () => {
    const { clock, refused, letThrough } = aCount();
    expect(letThrough(30, comment)).toBe(burstLimits.issueShort.calls);
    expect(refused(comment)).toEqual({ 'retry-after': '2', 'ratelimit-reason': 'jira-per-issue-on-write' });
    expect(refused(call('GET', 'issue/OPS-1'))).toBeUndefined();
    expect(refused(call('POST', 'issue/OPS-2/comment'))).toBeUndefined();
    clock.time += burstLimits.issueShort.milliseconds;
    expect(refused(comment)).toBeUndefined();
  });

  test('is let through a hundred times in half a minute', () => {
    const { clock, refused, letThrough } = aCount();
    for (let round = 0; round < 5; round++) {
      expect(letThrough(21, comment)).toBe(20);
      clock.time += 3_000;
    }
    expect(refused(comment)).toEqual({ 'retry-after': '15', 'ratelimit-reason': 'jira-per-issue-on-write' });
    clock.time += 15_000;
    expect(letThrough(21, comment)).toBe(20);
  });

  test('by whatever path below it', () => {
    const { letThrough, refused } = aCount();
    letThrough(10, call('PUT', 'issue/10001/properties/a'));
    letThrough(10, call('POST', 'issue/10001/notify'));
    expect(refused(call('PUT', 'issue/10001?notifyUsers=false'))).toMatchObject({
      'ratelimit-reason': 'jira-per-issue-on-write',
    });
    expect(refused(call('POST', 'issue/bulk'))).toBeUndefined();
  });
});

test.each<[clock: string, Counting, through: number]>([
  ['a running clock', { frozen: false }, 100],
  ['a clock that stands, on which functions take no time', { frozen: true }, 150],
  ['a running clock where it is asked not to', { counted: false, frozen: false }, 150],
  ['a clock that stands where it is asked to', { counted: true, frozen: true }, 100],
])('on %s', (_clock, terms, through) => {
  expect(aCount(terms).letThrough(150, call('GET', 'field'))).toBe(through);
});

describe('an app', () => {
  const read = async (times: number, options: Partial<SiteOptions> = {}) => {
    const site = await openSite({
      appDirectory: tinyApp(),
      runner: 'in-process',
      start: monday,
      seed: aSeed,
      pace: 'frozen',
      ...options,
    });
    const fields = { project: { key: 'POST' }, issuetype: { name: 'Parcel' }, summary: 'A lamp' };
    const { key } = site.jira.as('ada').post<{ key: string }>('/rest/api/3/issue', { fields });
    const payload = { issue: key };
    const statuses: number[] = [];
    for (let i = 0; i < times; i++) {
      const asked = { moduleKey: 'notes', functionKey: 'summary', payload, accountId: 'ada' };
      statuses.push(((await site.invoke(asked)) as { status: number }).status);
    }
    const { points } = site;
    await site.close();
    return { statuses, spent: points.spent() };
  };

  test('is answered 429 once it reads too quickly, and pays nothing for it', async () => {
    const { statuses, spent } = await read(101, { bursts: true });
    expect(statuses).toEqual([...Array(100).fill(200), 429]);
    expect(spent).toBe(200);
  });

  test('reads as it likes while the clock stands', async () => {
    expect((await read(101)).statuses).toEqual(Array(101).fill(200));
  });
});
