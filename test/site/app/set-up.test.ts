import type { Choices } from '@fettle/set-up/domain/choices';
import type { Fates } from '../../../devsite/gateway';
import { entriesIn, exportOf } from '../../builders/an-export';
import { admin } from '../../builders/an-incident-seed';
import { administer, anIncidentSite, type IncidentSite, minute, once } from '../../builders/an-incident-site';
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

/** What the plan says of each thing. */
async function verdicts(): Promise<Readonly<Record<string, string>>> {
  const { items } = await asked<{ items: readonly { id: string; verdict: string }[] }>('planSetUp', {});
  return Object.fromEntries(items.map(({ id, verdict }) => [id, verdict]));
}

/** Whether a call changes Jira. */
const isWrite = ({ destination, ask }: IncidentSite['calls'][number]): boolean =>
  destination.type === 'fpp' &&
  destination.remote === 'jira' &&
  ask.method !== 'GET' &&
  !/permissions\/check|search|jql/.test(ask.path);

/** The settings the app keeps in plain storage, as the exported rows name them. */
const settingsKept = () => {
  const { body } = site.storage.handle('/api/v1/query', JSON.stringify({ limit: 100 }));
  return (body as { data: readonly { key: string }[] }).data.map(({ key }) => key);
};

/** Every audited action on a part's records, in their order. */
async function exported(part: string) {
  await site.advance(minute);
  const rows = await exportOf(site);
  const subjects = new Set(rows.filter((row) => row.part === part).map(({ subject }) => subject));
  return entriesIn(rows).filter(({ subject }) => subjects.has(subject));
}

const writes = () => site.calls.filter(isWrite);

describe('set-up on an empty site', () => {
  beforeEach(async () => {
    site = await anIncidentSite({ seed: anEmptySeed() });
  });

  test('is not done by the install alone, which finds no incidents', () => {
    expect(configurationOf(site)).toBeUndefined();
  });

  test('finds our rule for workflows, though it asks by a workflow', async () => {
    const { items } = await asked<{ items: { id: string; notes: unknown[] }[] }>('planSetUp', {});
    expect(items.find(({ id }) => id === 'project:new')?.notes).toEqual([]);
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

  test('knows what it made, link types too, whatever they are called since', async () => {
    await setUp();
    const [link] = site.jira
      .as(admin)
      .get<{ issueLinkTypes: { id: string; name: string }[] }>('/rest/api/3/issueLinkType')
      .issueLinkTypes.filter(({ name }) => name === 'Resolved by change');
    site.jira.as(admin).put(`/rest/api/3/issueLinkType/${link?.id}`, { name: 'Mended by' });
    expect(await verdicts()).toMatchObject({ 'link:caused-by': 'made', 'link:resolved-by-change': 'made' });
  });

  test('lets everything be exported that the app keeps, with who decided it', async () => {
    await setUp();
    expect((await exported('set-up')).map(({ action, actor }) => [action, actor])).toEqual([
      ['set-up.decided', admin],
      ['set-up.carried-out', admin],
      ['set-up.finished', admin],
    ]);
    await site.advance(minute);
    const rows = await exportOf(site);
    const parts = rows.map(({ part }) => part);
    expect([...new Set(parts)]).toEqual(['export', 'settings', 'service-level', 'calendar', 'set-up', 'audit']);
    expect(rows.flatMap(({ part, key }) => (part === 'settings' ? [key] : []))).toEqual(settingsKept());
  });

  test('refuses an export that goes on where the store no longer does, instead of telling it all again', async () => {
    await setUp();
    for (const after of ['bnVsbA', 'no cursor'])
      expect(await administer(site, 'exportPage', { place: { part: 'set-up', after } })).toEqual({
        ok: false,
        reason: { code: 'changed-meanwhile' },
      });
  });

  test('exports a chain of any length whole, the newest entry too', async () => {
    await setUp();
    for (let run = 0; run < 14; run += 1) await setUp({ ...noChoices, pausing: [`${run}`] });
    const actions = (await exported('set-up')).map(({ action }) => action);
    expect(actions.filter((action) => action === 'set-up.decided')).toHaveLength(15);
    expect(actions.at(-1)).toBe('set-up.decided');
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
    await exported('set-up');
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
    const [whole, wanted] = [writes().length, { ...configured(), plan: await verdicts() }];
    await site.close();

    for (let fatal = 1; fatal <= whole; fatal += 1) {
      let written = 0;
      const fate: Fates = (call) => {
        if (!isWrite(call)) return undefined;
        written += 1;
        return written === fatal ? 'killed-after' : undefined;
      };
      site = await anIncidentSite({ seed: anEmptySeed(), fate });
      await administer(site, 'applySetUp', { choices: noChoices }).catch(() => undefined);
      await site.advance(minute);
      await setUp();
      expect({ fatal, ...configured(), plan: await verdicts() }).toEqual({ fatal, ...wanted });
      if (fatal < whole) await site.close();
    }
  });
});

describe('set-up that two calls carry out at once', () => {
  test('makes nothing twice: the second is told that somebody is at it', async () => {
    site = await anIncidentSite({ seed: anEmptySeed() });
    const both = await Promise.all(
      [1, 2].map(() => administer(site, 'applySetUp', { choices: noChoices }) as Promise<{ ok: boolean }>),
    );
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both).toContainEqual({ ok: false, reason: { code: 'changed-meanwhile' } });
  });

  test('makes nothing twice where the choices are those of a call that was cut off', async () => {
    const fate = once(({ ask }) => ask.method === 'POST' && ask.path === '/rest/api/3/field', 'before');
    site = await anIncidentSite({ seed: anEmptySeed(), fate });
    await administer(site, 'applySetUp', { choices: noChoices }).catch(() => undefined);
    await site.advance(minute);
    await Promise.all([1, 2].map(() => administer(site, 'applySetUp', { choices: noChoices })));
    const { fields } = configured();
    expect(fields).toEqual([...new Set(fields)]);
    expect(fields).toContain('Impact');
  });
});

describe('removal', () => {
  test('keeps what is used where the admin may not look', async () => {
    const seed = anEmptySeed();
    const users = (seed.users ?? []).map((user) =>
      user.accountId === admin ? { ...user, groups: ['site-admins'] } : user,
    );
    site = await anIncidentSite({ seed: { ...seed, users } });
    await setUp();
    const { get, post } = site.jira.as('abel');
    const named = (things: readonly { id: string; name: string }[], name: string) =>
      things.find((thing) => thing.name === name)?.id ?? '';
    const impact = named(get('/rest/api/3/field'), 'Impact');
    post('/rest/api/3/issue', {
      fields: {
        project: { key: 'ITSD' },
        issuetype: { id: named(get('/rest/api/3/issuetype'), 'Incident') },
        summary: 'No mail since nine',
        [impact]: { value: '1 - High' },
      },
    });
    await site.advance(2 * minute);
    await exported('set-up');
    expect(await asked('removeMade', { kind: 'field', id: impact })).toEqual({ outcome: 'in-use' });
  });

  test('leaves who decided it and what became of it', async () => {
    site = await anIncidentSite({ seed: anEmptySeed() });
    await setUp();
    const { made } = await asked<{ made: { kind: string; id: string }[] }>('planRemoval', {});
    const scheme = made.find(({ kind }) => kind === 'workflow-scheme');
    await exported('set-up');
    expect(await asked('removeMade', scheme)).toMatchObject({ outcome: 'refused' });
    const actions = (await exported('set-up')).map(({ action }) => action);
    expect(actions.slice(-3)).toEqual(['export.taken', 'removal.decided', 'removal.refused']);
  });

  describe('waits for an export', () => {
    const problem = () => ({ kind: 'issue-type', id: typeId('Problem') });
    const other = 'bert';
    beforeEach(async () => {
      const seed = anEmptySeed();
      const users = [
        ...(seed.users ?? []),
        { accountId: other, displayName: 'Bert', groups: ['site-admins', 'people'] },
      ];
      site = await anIncidentSite({ seed: { ...seed, users } });
      await setUp();
    });

    test('that was taken whole', async () => {
      expect(await asked('removeMade', problem())).toEqual({ outcome: 'not-exported' });
      await asked('exportPage', {});
      await asked('exportPage', { place: { part: 'clock' } });
      expect(await asked('removeMade', problem())).toEqual({ outcome: 'not-exported' });
      expect(await asked('planRemoval', {})).toMatchObject({ isExported: false });
      await exported('set-up');
      expect(await asked('planRemoval', {})).toMatchObject({ isExported: true });
    });

    test('of whoever removes', async () => {
      await exported('set-up');
      expect(await asked('removeMade', problem(), other)).toEqual({ outcome: 'not-exported' });
    });

    test('of the last hour', async () => {
      await exported('set-up');
      await site.advance(61 * minute);
      expect(await asked('removeMade', problem())).toEqual({ outcome: 'not-exported' });
    });

    test('since which no setting was changed', async () => {
      await exported('set-up');
      await asked('saveIncidentSettings', { showNextDue: false });
      expect(await asked('removeMade', problem())).toEqual({ outcome: 'not-exported' });
    });
  });
});

describe('set-up carried out anew', () => {
  beforeEach(async () => {
    site = await anIncidentSite({ seed: aLivedInSeed() });
  });

  test('has the service levels measure other types and pause in other statuses', async () => {
    await setUp({ ...noChoices, pausing: [] });
    const { values } = site.jira
      .as(admin)
      .get<{ values: { id: string; name: string }[] }>('/rest/api/3/statuses/search?maxResults=200');
    const waiting = values.find(({ name }) => name === 'Waiting for vendor')?.id ?? '';
    const bug = site.jira
      .as(admin)
      .get<{ id: string; name: string }[]>('/rest/api/3/issuetype')
      .find(({ name }) => name === 'Bug');
    await setUp({ items: { 'type:incident': `adopt:${bug?.id}` }, levels: {}, pausing: [waiting] });
    const definitions = configurationOf(site)?.definitions ?? [];
    expect(definitions.map(({ version }) => version)).toEqual([2, 2]);
    expect(definitions.every(({ scope }) => JSON.stringify(scope).includes(`"${bug?.id}"`))).toBe(true);
    expect(definitions[1]?.pause.map(({ condition }) => condition)).toEqual([
      { op: 'in', field: 'status', values: [waiting] },
    ]);
  });

  test('tells of a service level that somebody edited, and leaves it', async () => {
    await setUp();
    const { definitions } = await asked<{
      definitions: { id: string; version: number; draft: { scope: string; name: string } }[];
    }>('definitions', {});
    const [first] = definitions;
    const draft = { ...first?.draft, scope: 'issuetype = Bug' };
    await asked('saveDefinition', { id: first?.id, basedOn: 1, draft, running: 'move' });
    await setUp({ ...noChoices, pausing: [] });
    const { drift } = await asked<{ drift: unknown[] }>('planSetUp', {});
    expect(drift).toContainEqual({ code: 'type-without-clock', of: 'Incident', in: first?.draft.name });
    expect(configurationOf(site)?.definitions.map(({ version }) => version)).toEqual([2, 2]);
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

  test('says how many other projects get what an extended one gets', async () => {
    const { values } = site.jira.as(admin).get<{ values: { id: string; key: string }[] }>('/rest/api/3/project/search');
    const ops = `project:${values.find(({ key }) => key === 'OPS')?.id}`;
    const choices = { ...noChoices, items: { [ops]: 'extend' } };
    const { items } = await asked<{ items: { id: string; notes: { code: string; count?: number }[] }[] }>('planSetUp', {
      choices,
    });
    expect(items.find(({ id }) => id === ops)?.notes).toContainEqual({ code: 'screen-is-shared', count: 1 });
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
    expect(drift).toEqual([{ code: 'options-without-level', of: 'Urgency', options: ['Yesterday'] }]);
  });

  test('tells a field that was deleted in one line, by its name, and makes it anew', async () => {
    await setUp();
    remove(`/rest/api/3/field/${idOf('Expected resume')}`);
    expect((await planned()).drift).toEqual([
      { code: 'thing-gone', of: 'Expected resume', item: 'field:expected-resume', mend: { code: 'made-anew' } },
    ]);
    await setUp();
    expect(configured().fields).toContain('Expected resume');
    expect((await planned()).drift).toEqual([]);
  });

  test('goes on by a type and a field that somebody renamed, and makes no others', async () => {
    await setUp();
    const before = { ...configured(), configuration: configurationOf(site) };
    const jira = site.jira.as(admin);
    jira.put(`/rest/api/3/field/${idOf('Urgency')}`, { name: 'Dringlichkeit' });
    jira.put(`/rest/api/3/field/${idOf('Incident impact')}`, { name: 'Auswirkung' });
    jira.put(`/rest/api/3/issuetype/${typeId('Incident')}`, { name: 'Störung' });
    expect(await planned()).toMatchObject({ drift: [], changes: 0, isGoneBy: true });
    expect(await setUp()).toEqual([]);
    expect(configured().fields).toHaveLength(before.fields.length);
    expect(configurationOf(site)?.priority).toEqual(before.configuration?.priority);
  });

  test('tells by the name it has now what was renamed, and then deleted', async () => {
    await setUp();
    const impact = idOf('Incident impact');
    site.jira.as(admin).put(`/rest/api/3/field/${impact}`, { name: 'Auswirkung' });
    await setUp();
    remove(`/rest/api/3/field/${impact}`);
    expect((await planned()).drift).toMatchObject([{ of: 'Auswirkung', item: 'field:impact' }]);
  });

  test('tells nothing of what the admin only tries out on the page', async () => {
    await setUp();
    const choices = { ...noChoices, items: { 'field:urgency': 'create' } };
    const { drift, changes } = await asked<Planned>('planSetUp', { choices });
    expect({ drift, changes }).toEqual({ drift: [], changes: 2 });
  });
});

interface Planned {
  readonly drift: readonly unknown[];
  readonly changes: number;
}

const planned = () => asked<Planned>('planSetUp', {});

/** As an admin does it; Jira deletes a field by a task of its own. */
function remove(path: string): void {
  const { status } = site.jira.handle({ kind: 'person', accountId: admin }, { method: 'DELETE', path });
  expect(status).toBe(303);
}

interface Thing {
  readonly id: string;
  readonly name: string;
  readonly scope?: unknown;
}

const idOf = (field: string): string =>
  site.jira
    .as(admin)
    .get<readonly Thing[]>('/rest/api/3/field')
    .find(({ name }) => name === field)?.id ?? '';

const typeId = (type: string): string =>
  site.jira
    .as(admin)
    .get<readonly Thing[]>('/rest/api/3/issuetype')
    .find(({ name, scope }) => name === type && scope === undefined)?.id ?? '';
