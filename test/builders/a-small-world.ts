import type { WorkingCalendar } from '@fettle/calendar/working-calendar';
import { type Configuration, configurationKey } from '@fettle/journeys/configuration';
import type { TakingIn } from '@fettle/journeys/take-in-incidents';
import type { Records, Write } from '@fettle/kernel/records';
import type { Instant } from '@fettle/kernel/time';
import { type ClockRecord, clockEntity, clockKey } from '@fettle/sla/clock-entity';
import type { IssueSeen, IssueTracker } from '@fettle/sla/ports';
import { aDefinition, aGoal } from '../unit/sla/builders';

/** An instant so many minutes after the small world began. */
export const at = (minute: number): Instant => (Date.parse('2026-02-02T10:00:00Z') + minute * 60_000) as Instant;
const iso = (minute: number): string => new Date(at(minute)).toISOString();

const copy = <Value>(value: Value): Value => (value === undefined ? value : JSON.parse(JSON.stringify(value)));

/** Storage that forgets with its test: revisions guard writes as the real one's do. */
function recordsInMemory(settings: Record<string, unknown> = {}) {
  const rows = new Map<string, { readonly value: unknown; readonly revision: number; readonly trail: undefined }>();
  const nameOf = (entity: { readonly name: string }, key: string) => `${entity.name}/${key}`;
  const find = async (entity: { readonly name: string }, key: string) => copy(rows.get(nameOf(entity, key)));
  const isStale = ({ entity, key, before, guarded }: Write) =>
    guarded && rows.get(nameOf(entity, key))?.revision !== before?.revision;
  const put = ({ entity, key, before, after }: Write) => {
    const revision = (before?.revision ?? 0) + 1;
    if (after) rows.set(nameOf(entity, key), { value: copy(after), revision, trail: undefined });
    else rows.delete(nameOf(entity, key));
    return { revision, trail: undefined };
  };
  const save = async (writes: readonly Write[]) =>
    writes.some(isStale) ? { ok: false, reason: { code: 'changed-meanwhile' } } : { ok: true, value: writes.map(put) };
  const records = {
    find,
    findAll: async (entity: { readonly name: string }, keys: readonly string[]) =>
      Promise.all(keys.map((key) => find(entity, key))),
    findWith: async (setting: { readonly key: string }, entity: { readonly name: string }, key: string) => ({
      setting: copy(settings[setting.key]),
      found: await find(entity, key),
    }),
    list: async () => ({ items: [], unreadable: [], next: undefined }),
    commit: async (_deed: unknown, writes: readonly Write[]) => save(writes),
    save,
    setting: async ({ key }: { readonly key: string }) => copy(settings[key]),
    settings: async (keys: readonly string[]) => keys.map((key) => copy(settings[key])),
    putSetting: async ({ key }: { readonly key: string }, value: unknown) => {
      settings[key] = copy(value);
    },
  };
  return { records: records as unknown as Records, settings, rows };
}

const week = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]);
const calendar: WorkingCalendar = { id: 'always', name: 'Always', timeZone: 'UTC', week, holidays: [] };

/** Incidents of type 10; the matrix makes impact `b` with urgency `a` a 2 and anything else a 1. */
export const aConfiguration = (parts: Partial<Configuration> = {}): Configuration => ({
  since: iso(-1000),
  incidentTypes: ['10'],
  priority: {
    impact: { field: 'impact', levels: { a: 1, b: 3 } },
    urgency: { field: 'urgency', levels: { a: 1 } },
    matrix: [
      [1, 1, 1],
      [1, 1, 1],
      [2, 1, 1],
    ],
    priorities: ['1', '2', '3', '4', '5'],
  },
  showNextDue: false,
  statuses: { new: ['New'], indeterminate: [], done: [], unlisted: [] },
  definitions: [aDefinition({ goals: [aGoal('rest', 4, 'always')] })],
  calendars: [calendar],
  ...parts,
});

/** An incident that was raised at the beginning, and that nothing happened to. */
export const aReading = (id = '1', parts: Partial<IssueSeen> = {}) => ({
  id,
  key: `OPS-${id}`,
  projectId: 'ops',
  created: at(0),
  creator: null,
  updated: at(0),
  assignee: null,
  values: { issuetype: '10', status: 'New', priority: '1', reporter: null, impact: 'a', urgency: 'a' },
  comments: [],
  allComments: true,
  changes: [],
  ...parts,
});

/** A world with a clock that is turned by hand; `tracker` says what Jira does. */
export function aSmallWorld(tracker: Partial<IssueTracker> = {}, configuration = aConfiguration()) {
  const memory = recordsInMemory({ [configurationKey]: configuration });
  const pushes: number[] = [];
  const time = { now: at(20) };
  const world: TakingIn = {
    records: memory.records,
    tracker: {
      publishSlots: async () => true,
      status: async (id: string) => ({ id, category: 'indeterminate' }),
      issueWithHistory: async (id: string) => aReading(id),
      showsAll: async () => false,
      ...tracker,
    } as never,
    escalator: { push: async () => 0 },
    intakeQueue: {
      push: async (delaySeconds) => {
        pushes.push(delaySeconds);
      },
    },
    now: () => time.now,
  };
  const recordOf = (id: string) =>
    memory.rows.get(`${clockEntity.name}/${clockKey(id)}`)?.value as ClockRecord | undefined;
  return { world, settings: memory.settings, rows: memory.rows, pushes, time, recordOf };
}
