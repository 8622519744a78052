import { openDatabase } from '../../devsite/database';
import { openGateway } from '../../devsite/gateway';
import type { Caller, JiraAnswer } from '../../devsite/jira/jira';
import type { Manifest } from '../../devsite/manifest';
import { openBill } from '../../devsite/platform/open-bill';
import { openPoints } from '../../devsite/platform/points';
import type { Invocation } from '../../devsite/runners/runner';
import type { Ask, Destination } from '../../devsite/simulators/simulator';

const start = Date.UTC(2026, 0, 5, 9, 30);

const invocation: Invocation = {
  id: 'invocation-1',
  functionKey: 'answer',
  moduleKey: 'panel',
  moduleType: 'jira:issuePanel',
  payload: {},
  context: {},
  timeoutSeconds: 25,
  cause: 'invoke:read',
};

const asApp = { type: 'fpp', provider: 'app', remote: 'jira' } as const;
const asUser = { type: 'fpp', provider: 'user', remote: 'jira' } as const;
const get = (path: string): Ask => ({ method: 'GET', path });

function aGateway({ scopes = ['read:jira-work', 'storage:app'], points: cost = 2, manifest = {} as object } = {}) {
  const database = openDatabase();
  const clock = { time: start, now: () => clock.time };
  const points = openPoints(database, clock);
  const bill = openBill(database);
  const callers: Caller[] = [];
  const call = openGateway({
    manifest: {
      app: { id: 'a', runtime: { name: 'n' } },
      modules: {},
      permissions: { scopes },
      ...manifest,
    } as Manifest,
    jira: {
      handle(caller): JiraAnswer {
        callers.push(caller);
        return { status: 200, body: { ok: true }, points: cost, route: '/rest/api/3/issue/{issueIdOrKey}' };
      },
    },
    kvs: (charge) => ({
      handle() {
        charge({ call: 'kvs get', readUnits: 1, readBytes: 1_024 });
        return { status: 200, body: {} };
      },
    }),
    queues: { handle: (path, body, from) => ({ status: 201, body: { path, body, from: from?.id } }) },
    points,
    bill,
    appAccountId: 'the-app',
    contextAri: 'ari:cloud:jira::site/1',
  });
  const ask = (destination: Destination, asked: Ask, terms: Partial<Invocation> = {}) =>
    call({ ...invocation, ...terms }, destination, asked);
  return { ask, callers, clock, points, bill, database };
}

test('calls as the app and as the person who asked reach Jira with the scopes of the app', async () => {
  const { ask, callers } = aGateway();
  await ask(asApp, get('/rest/api/3/issue/A-1'));
  await ask(asUser, get('/rest/api/3/issue/A-1'), { accountId: 'ada' });
  await ask({ type: 'fpp', provider: 'app', contextAri: 'ari:cloud:jira::site/1' }, get('/rest/api/3/issue/A-1'));
  const scopes = ['read:jira-work', 'storage:app'];
  expect(callers).toEqual([
    { kind: 'app', accountId: 'the-app', scopes },
    { kind: 'person', accountId: 'ada', scopes },
    { kind: 'app', accountId: 'the-app', scopes },
  ]);
});

test('a call as a person is refused where there is none', async () => {
  const { ask, callers } = aGateway();
  const answer = await ask(asUser, get('/rest/api/3/issue/A-1'));
  expect(answer).toEqual({ status: 401, headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' } });
  expect(callers).toEqual([]);
});

test.each<[what: string, destination: Destination, path: string]>([
  ['sql', { type: 'sql', provider: 'app', remote: 'sql' }, '/api/v1/execute'],
  ['confluence', { type: 'fpp', provider: 'app', remote: 'confluence' }, '/wiki/api/v2/pages'],
  ['another site', { type: 'fpp', provider: 'app', contextAri: 'ari:cloud:jira::site/2' }, '/rest/api/3/field'],
  ['graphql', { type: 'fpp', provider: 'user', remote: 'stargate' }, '/graphql'],
  ['a call as nobody', { type: 'fpp', provider: 'none', remote: 'jira' }, '/rest/api/3/serverInfo'],
  ['a call as somebody else', { ...asUser, accountId: 'bob' }, '/rest/api/3/myself'],
])('%s is not simulated, and says so', async (_what, destination, path) => {
  const { ask } = aGateway();
  const answer = await ask(destination, get(path), { accountId: 'ada' });
  expect(answer).toMatchObject({ status: 501, body: { code: 'NOT_SIMULATED' } });
});

test('storage needs its scope', async () => {
  const { ask } = aGateway({ scopes: ['read:jira-work'] });
  const answer = await ask({ type: 'kvs' }, { method: 'POST', path: '/api/v1/get', body: '{}' });
  expect(answer).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
});

test('queues hear who pushes', async () => {
  const { ask } = aGateway();
  const pushed = { method: 'POST', path: '/webhook/queue/publish/{contextAri}', body: '{"queueName":"q"}' };
  const answer = await ask({ type: 'fpp', provider: 'app', remote: 'stargate' }, pushed);
  expect(answer).toMatchObject({ status: 201, body: { body: { queueName: 'q' }, from: 'invocation-1' } });
});

test('the way out is refused where the manifest does not allow it, and not simulated where it does', async () => {
  const out = { type: 'egress' };
  expect(await aGateway().ask(out, get('https://example.com'))).toEqual({
    status: 403,
    headers: { 'forge-proxy-error': 'REQUEST_EGRESS_ALLOWLIST_ERR' },
  });
  const permissions = { external: { fetch: { backend: ['example.com'] } } };
  expect(await aGateway({ manifest: { permissions } }).ask(out, get('https://example.com'))).toMatchObject({
    status: 501,
  });
});

describe('the points of an hour', () => {
  const path = '/rest/api/3/issue/A-1';

  test('are counted down in every answer', async () => {
    const { ask } = aGateway({ points: 5 });
    await ask(asApp, get(path));
    const { headers } = await ask(asApp, get(path));
    expect(headers).toEqual({
      'x-ratelimit-limit': '65000',
      'x-ratelimit-remaining': '64990',
      'ratelimit-policy': '"global-app-quota";q=65000;w=3600',
      ratelimit: '"global-app-quota";t=1800',
    });
  });

  test('warn when few are left', async () => {
    const { ask } = aGateway({ points: 60_000 });
    const { headers } = await ask(asApp, get(path));
    expect(headers).toMatchObject({
      'x-ratelimit-nearlimit': 'true',
      ratelimit: '"global-app-quota";r=5000;t=1800',
    });
  });

  test('once gone are refused until the full hour of UTC, at no cost', async () => {
    const { ask, clock, callers, points } = aGateway({ points: 65_000 });
    await ask(asApp, get(path));
    const refused = await ask(asUser, get(path), { accountId: 'ada' });
    expect(refused).toMatchObject({
      status: 429,
      headers: {
        'retry-after': '1800',
        'x-ratelimit-limit': '65000',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '2026-01-05T10:00:00Z',
        'ratelimit-reason': 'jira-quota-global-based',
      },
      body: { errorMessages: ['Rate limit exceeded.'], errors: {} },
    });
    expect([callers.length, points.spent()]).toEqual([1, 65_000]);
    clock.time = Date.UTC(2026, 0, 5, 10);
    expect((await ask(asApp, get(path))).status).toBe(200);
  });

  test('outlive a stop', async () => {
    const { ask, clock, points, database } = aGateway({ points: 5 });
    await ask(asApp, get(path));
    points.flush();
    expect(openPoints(database, clock).spent()).toBe(5);
  });
});

describe('the bill', () => {
  test('sums calls by function, cause and route', async () => {
    const { ask, bill } = aGateway();
    await ask(asApp, get('/rest/api/3/issue/A-1'));
    await ask(asApp, get('/rest/api/3/issue/A-2?fields=summary'));
    await ask({ type: 'kvs' }, { method: 'POST', path: '/api/v1/get', body: '{}' });
    expect(bill.lines()).toMatchObject([
      {
        functionKey: 'answer',
        cause: 'invoke:read',
        call: 'GET /rest/api/3/issue/{issueIdOrKey}',
        times: 2,
        points: 4,
      },
      { call: 'kvs get', times: 1, points: 0, kvsReadUnits: 1, kvsReadBytes: 1_024 },
    ]);
  });

  test('outlives a stop, and begins anew when it is reset', async () => {
    const { ask, bill, database } = aGateway();
    await ask(asApp, get('/rest/api/3/issue/A-1'));
    bill.flush();
    const after = openBill(database);
    expect(after.lines()).toEqual(bill.lines());
    after.reset();
    expect(openBill(database).lines()).toEqual([]);
  });
});
