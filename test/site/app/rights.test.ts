import type { Call } from '@fettle/rpc/contract';
import { readManifest } from '../../../devsite/manifest';
import { aTwoProjectSeed, type Role, roles } from '../../builders/a-two-project-seed';
import { anIncidentSite, type IncidentSite, type Raised, raise, until } from '../../builders/an-incident-site';
import { everyCall } from '../../builders/every-call';
import { theApp } from '../../builders/the-app';
import { recordOf } from '../../builders/what-is-kept';

const everybody = Object.keys(roles) as readonly Role[];
const readers: readonly Role[] = ['requester', 'agent', 'manager', 'admin'];
const editors: readonly Role[] = ['agent', 'manager', 'admin'];
const admins: readonly Role[] = ['admin'];
const anybodyOfJira: readonly Role[] = ['agent of another project', ...readers];

type Calls = 'calls' | 'admin-calls';

interface Row {
  /** The function of the manifest that answers. */
  readonly of: Calls;
  readonly may: readonly Role[];
  /** What those who may are answered: a value, or why there is none. */
  readonly answer: 'ok' | 'changed-meanwhile' | 'unfit';
  readonly payload?: (issue: Raised) => unknown;
}

const administration = (payload: unknown = {}, answer: Row['answer'] = 'ok'): Row => ({
  of: 'admin-calls',
  may: admins,
  answer,
  payload: () => payload,
});
const ofIssue = (may: readonly Role[], answer: Row['answer'], more: object = {}): Row => ({
  of: 'calls',
  may,
  answer,
  payload: ({ id }) => ({ issueId: id, ...more }),
});

const draft = {
  ...{ name: 'Tried', scope: '', stop: [{ kind: 'created' }], reset: [], pause: [], cancel: [], thresholds: [] },
  ...{ cyclePolicy: 'every', reopenPolicy: 'new', countGap: false, goalChangePolicy: 'carry' },
  start: [{ kind: 'created' }],
  goals: [{ name: 'All', jql: '', target: 60_000, calendarId: 'round-the-clock' }],
};
const at = '2026-11-20T07:00:00.000Z';
const matrix = [
  [1, 2, 3],
  [2, 3, 4],
  [3, 4, 5],
];
const gone = { id: 'nothing', basedOn: 1 };
const left = { items: { project: 'leave' }, levels: {} };

/** Every call there is, and who is answered what. */
const table: Readonly<Record<string, Row>> = {
  serviceLevels: ofIssue(readers, 'ok'),
  serviceLevelOverview: { of: 'calls', may: anybodyOfJira, answer: 'ok' },
  explainOverride: ofIssue(editors, 'changed-meanwhile', { at, reason: 'The whole floor waits.' }),
  liftOverride: ofIssue(editors, 'changed-meanwhile', { at }),
  calendars: administration(),
  calendarChoices: administration(),
  holidayRegions: administration({ country: 'DE' }),
  holidays: administration({ country: 'DE', years: [2026] }),
  saveCalendar: administration({ calendar: {} }, 'unfit'),
  removeCalendar: administration(gone, 'changed-meanwhile'),
  definitions: administration(),
  definitionChoices: administration(),
  fieldChoices: administration({ field: 'customfield_10000' }),
  checkDefinition: administration({ draft }),
  previewDefinition: administration({ draft, running: 'move' }),
  saveDefinition: administration({ ...gone, draft, running: 'move' }, 'changed-meanwhile'),
  removeDefinition: administration(gone, 'changed-meanwhile'),
  health: administration(),
  runAgain: administration({ issueIds: [] }),
  saveIncidentSettings: administration(),
  prioritySettings: administration(),
  previewMatrix: administration({ matrix }),
  intakeProgress: administration(),
  startIntake: administration(),
  planSetUp: administration(),
  applySetUp: administration({ choices: left }),
  exportPage: administration(),
  planRemoval: administration(),
  removeMade: administration({ kind: 'status', id: '1' }),
};

/** Where any project would do, who is signed in and may browse none is told just that. */
const refusalOf = (name: string, role: Role) =>
  name === 'serviceLevelOverview' && role === 'customer' ? 'no-project' : 'not-permitted';

/** Every function of the manifest, and what calls it: only the last three run for a person. */
const functions: Readonly<Record<string, readonly string[]>> = {
  'on-issue-changed': ['trigger'],
  'on-issue-deleted': ['trigger'],
  'on-installed': ['trigger'],
  'on-sla-tick': ['scheduledTrigger'],
  'on-hourly': ['scheduledTrigger'],
  escalate: ['consumer'],
  'take-in': ['consumer'],
  'before-uninstall': ['preUninstall'],
  badge: ['jira:issueContext'],
  calls: ['jira:issuePanel', 'jira:issueContext', 'jira:globalPage', 'jira:dashboardGadget'],
  'admin-calls': ['jira:adminPage'],
};

const calls: Readonly<Record<string, Call>> = everyCall();
const refused = (code: string) => ({ ok: true, value: { ok: false, reason: { code } } });

let site: IncidentSite;
let issue: Raised;
let hidden: Raised;
beforeAll(async () => {
  site = await anIncidentSite({ seed: aTwoProjectSeed() });
  issue = await raise(site);
  hidden = await raise(site, { by: 'dora', fields: { project: { key: 'DEV' } } });
});
afterAll(() => site.close());

interface Asking {
  readonly role: Role;
  readonly payload?: unknown;
  /** What the page claims of itself. */
  readonly context?: unknown;
}

const ask = (name: string, { role, payload, context = {} }: Asking) => {
  const accountId = roles[role];
  const body = { call: { functionKey: name, payload }, context };
  return site.callFunction({
    functionKey: table[name]?.of as string,
    payload: body,
    ...(accountId !== undefined && { accountId }),
  });
};

test('every call has a row, and every row a call', () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(calls).sort());
});

describe.each(Object.entries(table))('%s', (name, { may, answer, payload = () => ({}) }) => {
  test.each(everybody.map((role) => [may.includes(role) ? 'answers' : 'refuses', role] as const))(
    '%s %s',
    async (does, role) => {
      const reply = await ask(name, { role, payload: payload(issue) });
      if (does === 'refuses') expect(reply).toEqual(refused(refusalOf(name, role)));
      else if (answer === 'ok') expect(reply).toMatchObject({ ok: true, value: { ok: true } });
      else expect(reply).toMatchObject(refused(answer));
    },
  );

  test('asks whether it may be asked before anything else, and asks nothing more where it may not', async () => {
    for (const role of everybody) {
      const from = site.calls.length;
      await ask(name, { role, payload: payload(issue) });
      const [first, ...others] = site.calls.slice(from).map((made) => made.ask.path);
      if (first !== undefined) expect(first).toMatch(/\/(?:permissions\/check|mypermissions)/);
      if (!may.includes(role)) expect(others).toEqual([]);
    }
  });

  test('is answered by no other function', async () => {
    const functionKey = table[name]?.of === 'calls' ? 'admin-calls' : 'calls';
    const body = { call: { functionKey: name, payload: payload(issue) }, context: {} };
    const { ok } = await site.callFunction({ functionKey, payload: body, accountId: roles.admin });
    expect(ok).toBe(false);
  });
});

describe('what the page says of itself', () => {
  const claims = (accountId: string) => ({
    accountId,
    principal: { accountId },
    license: { active: true },
    extension: { accountId, issue: { id: issue.id, key: issue.key }, project: { id: '10000', key: 'OPS' } },
  });

  test.each(Object.keys(table))('makes nobody somebody else for %s', async (name) => {
    const told = (table[name]?.payload ?? (() => ({})))(issue) as object;
    const payload = { ...told, ...claims(roles.admin), context: claims(roles.admin) };
    const reply = await ask(name, { role: 'customer', payload, context: claims(roles.admin) });
    expect(reply).toEqual(refused(refusalOf(name, 'customer')));
  });
});

/** What a call asked of the platform, without the ids of issues. */
const asked = (from: number, ...issues: readonly Raised[]) =>
  site.calls.slice(from).map(({ destination, ask: { path, method, body } }) =>
    [{ path, method, body: body ?? '', destination }]
      .map((one) => JSON.stringify(one))
      .map((text) => issues.reduce((all, { id }) => all.replaceAll(id, 'ID'), text))
      .join(),
  );

test('the issue of the other project is followed as any', () => {
  expect(recordOf(site, hidden)).toBeDefined();
});

const missing: Raised = { id: '99999', key: 'OPS-99999' };
const ofIssues = Object.entries(calls).filter(([, { issueOf }]) => issueOf);

describe('an issue that the person may not see', () => {
  test.each(ofIssues.map(([name]) => name))('is for %s as one that does not exist, byte for byte', async (name) => {
    const probe = async (one: Raised) => {
      const from = site.calls.length;
      const extension = { issue: { id: one.id, key: one.key } };
      const reply = await ask(name, {
        role: 'agent',
        payload: table[name]?.payload?.(one),
        context: { extension },
      });
      return { reply: JSON.stringify(reply), asked: asked(from, hidden, missing) };
    };
    const known = await probe(hidden);
    expect(known).toEqual(await probe(missing));
    expect(known.asked).toHaveLength(1);
  });

  test('has the badge of one that does not exist', async () => {
    const probe = async (one: Raised) => {
      const from = site.calls.length;
      const payload = { extension: { issue: { id: one.id, key: one.key } } };
      const reply = await site.callFunction({ functionKey: 'badge', payload, accountId: roles.agent });
      return { reply: JSON.stringify(reply), asked: asked(from, hidden, missing) };
    };
    const known = await probe(hidden);
    expect(known).toEqual(await probe(missing));
    expect(known.reply).toBe('{"ok":true,"value":{}}');
  });

  test('is not named by a dry run', async () => {
    const preview = (role: Role) => ask('previewDefinition', { role, payload: { draft, running: 'move' } });
    await until(site, '2026-11-20T07:10:00Z');
    const told = JSON.stringify(await preview('admin'));
    expect(told).toContain(`"issueId":"${issue.id}"`);
    expect(told).not.toContain(hidden.id);
  });
});

test.each(['010000', '9007199254740993', '9223372036854775808'])(
  'the id %s, which a number does not hold, is no id',
  async (issueId) => {
    for (const [name] of ofIssues) {
      const payload = { ...(table[name]?.payload?.(issue) as object), issueId };
      expect(await ask(name, { role: 'agent', payload })).toEqual(refused('not-understood'));
    }
  },
);

describe('the manifest', () => {
  const manifest = readManifest(`${theApp()}/manifest.yml`);

  test('has a row for every function, and the modules that call it', () => {
    const callers = Object.entries(manifest.modules).filter(([type]) => type !== 'function');
    const found = (manifest.modules.function ?? []).map(({ key }) => [
      key,
      callers.filter(([, modules]) => modules.flatMap(functionsNamedIn).includes(key)).map(([type]) => type),
    ]);
    expect(Object.fromEntries(found)).toEqual(functions);
  });

  test('lets nobody in who has no licence of Jira', () => {
    expect(JSON.stringify(manifest)).not.toContain('unlicensedAccess');
  });

  test.each(['webtrigger', 'endpoint', 'rovo:agent', 'action'])('has no %s by which a stranger could ask', (type) => {
    expect(manifest.modules[type]).toBeUndefined();
  });
});

/** Every function that a module names, wherever it stands. */
const functionsNamedIn = (module: unknown): readonly string[] => {
  if (typeof module !== 'object' || module === null) return [];
  return Object.entries(module).flatMap(([name, value]) =>
    name === 'function' && typeof value === 'string' ? [value] : functionsNamedIn(value),
  );
};
