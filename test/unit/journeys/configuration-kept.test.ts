import type { WorkingCalendar } from '@fettle/calendar/working-calendar';
import { calendarCalls } from '@fettle/journeys/calendar-calls';
import { type Configuration, configurationKey, workingTimes } from '@fettle/journeys/configuration';
import { definitionCalls } from '@fettle/journeys/definition-calls';
import type { Edit } from '@fettle/journeys/edits';
import { incidentSettingCalls } from '@fettle/journeys/incident-settings';
import { type Recounting, recomputeClocks, resumeRecount } from '@fettle/journeys/recompute-clocks';
import { recordEdit } from '@fettle/journeys/record-edit';
import { settledConfiguration } from '@fettle/journeys/settled-configuration';
import { withEdit } from '@fettle/journeys/with-edit';
import { hours, type Instant } from '@fettle/kernel/time';
import type { World } from '@fettle/rpc/handlers';
import { clockEntity, clockKey } from '@fettle/sla/clock-entity';
import type { Definition } from '@fettle/sla/domain/definition';
import type { DefinitionDraft } from '@fettle/sla/domain/draft';
import type { Facts } from '@fettle/sla/domain/facts';
import { replay } from '@fettle/sla/domain/replay';
import type { Site, SiteWords } from '@fettle/sla/site-words';
import { recordsInMemory } from '../../builders/records-in-memory';
import { aDefinition, aGoal } from '../sla/builders';

const at = (minute: number) => (Date.parse('2026-02-02T10:00:00Z') + minute * 60_000) as Instant;
const iso = (minute: number) => new Date(at(minute)).toISOString();
const week = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]);
const calendar = (id: string, more: Partial<WorkingCalendar> = {}): WorkingCalendar => ({
  ...{ id, name: id, timeZone: 'UTC', week, holidays: [] },
  ...more,
});
const service = aDefinition({ goals: [aGoal('rest', 4, 'a')] });
const configuration: Configuration = {
  since: iso(-1000),
  incidentTypes: ['10'],
  priority: {
    impact: { field: '', levels: {} },
    urgency: { field: '', levels: {} },
    matrix: [[1]],
    priorities: ['1'],
  },
  showNextDue: false,
  definitions: [service],
  calendars: [calendar('a'), calendar('b')],
};
const draft: DefinitionDraft = {
  ...{ name: 'New one', scope: '', start: [{ kind: 'created' }], reset: [], pause: [], cancel: [], countGap: false },
  stop: [{ kind: 'enters-category', category: 'done' }],
  ...{ cyclePolicy: 'every', reopenPolicy: 'new', goalChangePolicy: 'carry', thresholds: [] },
  goals: [{ name: 'g', jql: '', target: hours(1), calendarId: 'a' }],
};
const words: SiteWords = {
  ...{ issueTypes: [], priorities: [], fields: [] },
  statuses: [{ id: '3', name: 'Done', category: 'done' }],
};
const site = (read: () => Promise<SiteWords> = async () => words): Site => ({ words: read, optionsOf: async () => [] });

const kept = (options?: Parameters<typeof recordsInMemory>[1], settings: Record<string, unknown> = {}) => {
  const memory = recordsInMemory({ [configurationKey]: configuration, ...settings }, options);
  const world: World = { records: memory.records, now: () => at(200), accountId: 'x' };
  return { ...memory, world, now: () => memory.settings[configurationKey] as Configuration };
};
const by = { actor: 'x', action: 'y' };
const defining = (of = site(), recount: () => Promise<void> = async () => undefined) =>
  definitionCalls({ site: of, recount, browsable: async (ids) => ids });
const newVersion = (more: Partial<Definition>, minute = 100) =>
  ({
    kind: 'service-level',
    running: 'move',
    id: more.id ?? service.id,
    version: more.version ?? 2,
    at: iso(minute),
    definition: { ...service, version: 2, ...more },
  }) as const;
const ids = (one: Configuration | undefined) => one?.definitions.map(({ id }) => id);

/** Has the next write of the configuration be the end of its function. */
async function dying(memory: ReturnType<typeof kept>, work: () => Promise<unknown>) {
  const { putSetting } = memory.records;
  memory.records.putSetting = async (setting, value) => {
    if (setting.key === configurationKey) throw new Error('killed');
    return putSetting(setting, value);
  };
  await work().catch(() => undefined);
  memory.records.putSetting = putSetting;
}

describe('the configuration', () => {
  test.each([false, true])('takes up a new definition whose function died, index late: %s', async (lags) => {
    const memory = kept({ lags });
    const fresh = newVersion({ id: 'fresh', version: 1, slot: 2 });
    await dying(memory, () => recordEdit(fresh, undefined, by, memory.records));
    expect(ids(await settledConfiguration(memory.records))).toContain('fresh');
  });

  test('takes up a new calendar whose function died, and one that was changed twice', async () => {
    const memory = kept();
    const edit = (id: string, version: number) =>
      ({
        kind: 'calendar',
        id,
        version,
        at: iso(version),
        calendar: calendar(id, { name: `${id}${version}` }),
      }) as const;
    await dying(memory, () => recordEdit(edit('c', 1), undefined, by, memory.records));
    await dying(memory, () => recordEdit(edit('a', 2), undefined, by, memory.records));
    await dying(memory, () => recordEdit(edit('a', 3), undefined, by, memory.records));
    const found = await settledConfiguration(memory.records);
    expect(found?.calendars.map(({ name }) => name).sort()).toEqual(['a3', 'b', 'c1']);
  });

  test('takes up nothing of what was removed, though the index does not show yet that it was', async () => {
    const memory = kept();
    const fresh = newVersion({ id: 'fresh', version: 1, slot: 2 });
    await recordEdit(fresh, undefined, by, memory.records);
    const seen = new Map(memory.rows);
    await recordEdit(
      { kind: 'service-level', id: 'fresh', version: 2, at: iso(3), removed: true },
      undefined,
      by,
      memory.records,
    );
    const { list } = recordsInMemory({}, {}, seen).records;
    memory.records.list = list;
    expect(ids(await settledConfiguration(memory.records))).toEqual([service.id]);
  });

  test('keeps a definition that was saved while the matrix was', async () => {
    const { records, world } = kept();
    const { find } = records;
    records.find = async (entity, key) => {
      records.find = find;
      await defining().saveDefinition({ draft, running: 'move' }, world);
      return find(entity, key);
    };
    await incidentSettingCalls.saveIncidentSettings({ showNextDue: true }, world);
    const found = await settledConfiguration(records);
    expect(ids(found)).toContain('new-one');
    expect(found?.showNextDue).toBe(true);
  });

  test('goes by the matrix that was settled, whatever was written over it', async () => {
    const { records, world, settings } = kept();
    await incidentSettingCalls.saveIncidentSettings({ showNextDue: true }, world);
    settings[configurationKey] = configuration;
    expect((await settledConfiguration(records))?.showNextDue).toBe(true);
  });

  test('finds a calendar again that was removed while a definition that takes it was saved', async () => {
    const memory = kept();
    const edit = { kind: 'calendar', id: 'c', version: 1, at: iso(1), calendar: calendar('c') } as const;
    await recordEdit(edit, undefined, by, memory.records);
    await recordEdit(
      { kind: 'calendar', id: 'c', version: 2, at: iso(2), removed: true },
      undefined,
      by,
      memory.records,
    );
    await recordEdit(newVersion({ goals: [aGoal('rest', 4, 'c')] }, 3), undefined, by, memory.records);
    const found = (await settledConfiguration(memory.records)) as Configuration;
    expect(workingTimes(found)(found.definitions[0]?.goals[0]?.calendarId ?? '')).toBeDefined();
  });
});

describe('two new definitions at a time', () => {
  test('have a slot each', async () => {
    const { records, world } = kept({ lags: true });
    const save = (name: string) => defining().saveDefinition({ draft: { ...draft, name }, running: 'move' }, world);
    await Promise.all([save('One'), save('Another')]);
    const slots = (await settledConfiguration(records))?.definitions.map(({ slot }) => slot);
    expect(new Set(slots).size).toBe(3);
  });

  test('have a slot each though what the one asked of Jira took longer', async () => {
    const { records, world } = kept({ lags: true });
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const slow = site(async () => {
      await gate;
      return words;
    });
    const second = defining(slow).saveDefinition({ draft: { ...draft, name: 'Another' }, running: 'move' }, world);
    await defining().saveDefinition({ draft, running: 'move' }, world);
    go();
    expect(await second).toMatchObject({ ok: true });
    const slots = (await settledConfiguration(records))?.definitions.map(({ slot }) => slot);
    expect(slots?.sort()).toEqual([1, 2, 3]);
  });
});

describe('a calendar', () => {
  const facts = {
    created: { at: at(0), by: null, values: { status: 'New' } },
    changes: [{ at: at(10), by: null, items: [{ field: 'status', from: 'New', to: 'Done' }] }],
    comments: [],
  } as Facts;

  test('that only a former version counts by stays with it when it is removed', async () => {
    const { records, world, now } = kept();
    await recordEdit(newVersion({ goals: [aGoal('rest', 4, 'b')] }), undefined, by, records);
    const removed = await calendarCalls(async () => undefined).removeCalendar({ id: 'a', basedOn: 1 }, world);
    expect(removed).toEqual({ ok: true, value: null });
    expect(now().calendars.map(({ id }) => id)).toEqual(['a@1', 'b']);
    expect(replay(facts, now().definitions[0] as Definition, workingTimes(now()), at(300)).state).toBe('completed');
  });

  test('that has more holidays than it may is refused, with its place', async () => {
    const { world } = kept();
    const holidays = holidaysOf(1_001);
    const saved = await calendarCalls(async () => undefined).saveCalendar(
      { calendar: calendar('a', { holidays }), basedOn: 1 },
      world,
    );
    expect(saved).toEqual({
      ok: false,
      reason: { code: 'unfit', problems: [{ place: 'holidays', code: 'too-long' }] },
    });
  });

  test('that the store has no place for is refused before anything is written', async () => {
    const { world, rows } = kept();
    const calls = calendarCalls(async () => undefined);
    const holidays = holidaysOf(1_000);
    const save = (name: string) => calls.saveCalendar({ calendar: calendar('', { name, holidays }) }, world);
    const replies = [await save('One'), await save('Two'), await save('Three')];
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, false]);
    expect(replies[2]).toMatchObject({
      reason: { code: 'unfit', problems: [{ place: 'holidays', code: 'too-large' }] },
    });
    expect([...rows.keys()].filter((key) => key.includes('three'))).toEqual([]);
    expect(await calls.calendars({}, world)).toMatchObject({ ok: true });
  });
});

const holidaysOf = (length: number) =>
  Array.from({ length }, (_, i) => ({
    date: new Date(Date.UTC(2027, 0, 1 + i)).toISOString().slice(0, 10),
    name: 'A public holiday with a long name of its own and more',
    source: 'DE-BY',
  }));

describe('edits that lagged', () => {
  const calendarEdit = (version: number, minute: number, date: string) =>
    ({
      kind: 'calendar',
      id: 'a',
      version,
      at: iso(minute),
      calendar: calendar('a', { holidays: [{ date, name: 'x' }] }),
    }) as const;

  test('take their place in time', () => {
    const edits: Edit[] = [calendarEdit(2, 50, '2026-02-01'), newVersion({}, 10)];
    const both = edits.reduce(withEdit, configuration);
    const [one] = both.definitions;
    expect(one?.former?.map(({ until }) => until)).toEqual([at(10), at(50)]);
    expect(one?.former?.map(({ definition }) => definition.goals[0]?.calendarId)).toEqual(['a@1', 'a@1']);
    expect(one).toMatchObject({ since: at(50), version: 2, goals: [{ calendarId: 'a' }] });
    const ordered = [...edits].reverse().reduce(withEdit, configuration);
    expect(both).toEqual(ordered);
  });

  test('of a calendar alone leave versions that are told apart', () => {
    const edits: Edit[] = [calendarEdit(2, 50, '2026-02-01'), calendarEdit(3, 60, '2026-01-31'), newVersion({}, 70)];
    const [one] = edits.reduce(withEdit, configuration).definitions;
    const numbers = one?.former?.map(({ definition }) => definition.version) ?? [];
    expect(new Set(numbers).size).toBe(3);
    expect(numbers.at(-1)).toBe(1);
  });
});

describe('a recount', () => {
  const counting = (memory: ReturnType<typeof kept>) => {
    const pushed: (string | undefined)[] = [];
    const recountQueue = {
      push: async (_delay: number, after?: string) => {
        pushed.push(after);
      },
    };
    return { pushed, world: { ...memory.world, recountQueue } as unknown as Recounting };
  };

  test('is asked for by who finds an edit whose function died', async () => {
    const memory = kept();
    await dying(memory, () => recordEdit(newVersion({}), undefined, by, memory.records));
    let asked = 0;
    const recount = async () => {
      asked += 1;
    };
    await defining(site(), recount).definitions({}, memory.world);
    await defining(site(), recount).definitions({}, memory.world);
    expect([memory.now().definitions[0]?.version, asked]).toEqual([2, 1]);
  });

  test('that an edit owes is begun by the hourly schedule until it has ended', async () => {
    const memory = kept();
    await recordEdit(newVersion({}), undefined, by, memory.records);
    const { pushed, world } = counting(memory);
    await resumeRecount(world);
    expect(pushed).toEqual([undefined]);
    await recomputeClocks(undefined, world);
    await resumeRecount(world);
    expect(pushed).toEqual([undefined]);
  });

  test('goes on behind its cursor, and does nothing where another has overtaken it', async () => {
    const memory = kept(undefined, { recount: { turn: 1, at: iso(1), after: 'c' } });
    const { pushed, world } = counting(memory);
    await resumeRecount(world);
    expect(pushed).toEqual(['c']);
    await recomputeClocks('b', world);
    expect(memory.settings.recount).toMatchObject({ after: 'c' });
    await recomputeClocks('c', world);
    expect(memory.settings.recount).toEqual({ turn: 1, at: iso(1), done: true });
  });
});

describe('a dry run', () => {
  const follow = async (memory: ReturnType<typeof kept>, issueId: string, values: Record<string, string>) => {
    const facts = { created: { at: at(0), by: null, values: { status: 'New', ...values } }, changes: [], comments: [] };
    const published = { slots: {}, nextDue: null };
    const value = { issueId, projectId: 'p', seen: iso(0), facts, published, escalations: {} };
    memory.rows.set(`${clockEntity.name}/${clockKey(issueId)}`, { value, revision: 1, trail: undefined });
  };
  const fit: DefinitionDraft = { ...draft, name: service.name };

  test('says nothing of issues of which it lacks a field', async () => {
    const memory = kept();
    await follow(memory, '1', { priority: '1' });
    await follow(memory, '2', {});
    const scoped = { ...fit, scope: 'priority = Highest' };
    const withPriority = site(async () => ({ ...words, priorities: [{ id: '1', name: 'Highest' }] }));
    const asked = { id: service.id, draft: scoped, running: 'move' } as const;
    const found = await defining(withPriority).previewDefinition(asked, memory.world);
    expect(found).toMatchObject({ value: { looked: 2, unknown: 1, open: 1 } });
  });

  test('shows only issues that the admin may browse', async () => {
    const memory = kept();
    for (const id of ['1', '2']) await follow(memory, id, {});
    const calls = definitionCalls({ site: site(), recount: async () => undefined, browsable: async () => ['2'] });
    const found = await calls.previewDefinition({ id: service.id, draft: fit, running: 'move' }, memory.world);
    expect(found).toMatchObject({ value: { changes: { any: 2 }, sample: [{ issueId: '2' }] } });
  });

  test('and a check know what is edited by its id', async () => {
    const memory = kept();
    const asked = { draft: { ...fit, name: 'Other' }, running: 'move' } as const;
    const bySame = await defining().checkDefinition(
      { draft: { ...fit, name: 'Renamed' }, id: service.id },
      memory.world,
    );
    expect(bySame).toMatchObject({ value: { problems: [] } });
    const twin = await defining().checkDefinition({ draft: fit }, memory.world);
    expect(twin).toMatchObject({ value: { problems: [{ place: 'name', code: 'name-taken' }] } });
    expect(await defining().previewDefinition(asked, memory.world)).toMatchObject({ ok: true });
  });
});
