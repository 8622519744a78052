import type { Instant } from '../../kernel/time';
import type { Clock, ClockResult } from './clock';
import { courses } from './courses';
import type { Definition } from './definition';
import type { Facts } from './facts';
import { type Measured, measured } from './measure';
import type { Calendars } from './segments';
import { moments } from './timeline';
import { withEdits } from './versions';

/** The clock of one definition on one issue at `now`. Facts are in order of time; what is later than `now` is not looked at. */
export function replay(facts: Facts, definition: Definition, calendars: Calendars, now: Instant): Clock {
  const all = courses(definition, withEdits(moments(facts, now), definition, now));
  const first = definition.cyclePolicy === 'last' ? Math.max(0, all.length - 1) : 0;
  const found = all.slice(first).map((course, i) => measured(course, first + i + 1, { definition, calendars, now }));
  const cycles = found.map(({ cycle }) => cycle);
  const last = found.at(-1);
  return {
    definitionId: definition.id,
    version: definition.version,
    state: last?.state ?? 'not-started',
    result: last ? resultOf(last) : 'open',
    everBreached: cycles.some(({ breachedAt }) => breachedAt !== null),
    cycle: last?.cycle.number ?? 0,
    cycles,
    dueAt: last?.dueAt ?? null,
    breachAt: last?.breachAt ?? null,
    dueIfResumed: last?.dueIfResumed ?? null,
  };
}

function resultOf({ cycle, state }: Measured): ClockResult {
  if (cycle.breachedAt !== null) return 'breached';
  return state === 'completed' ? 'met' : 'open';
}
