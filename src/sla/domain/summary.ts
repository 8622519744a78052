import type { WorkingTime } from '../../calendar/working-time';
import { series } from '../../kernel/names';
import type { Duration, Instant } from '../../kernel/time';
import type { Clock, Cycle } from './clock';
import { formatDuration, workingDayOf } from './duration-words';
import type { Names } from './names';

/** What the line is told from; `pauses` are the reasons that hold now. */
interface Standing {
  readonly clock: Clock;
  readonly time: WorkingTime;
  readonly pauses: readonly string[];
  readonly now: Instant;
  readonly names: Names;
}

/** A clock in one line: `due Mon 23 Nov 09:30 (in 2 h 14 m of working time)`. */
export function summaryOf(standing: Standing): string {
  const { clock } = standing;
  const cycle = clock.cycles.at(-1);
  if (!cycle) return 'not started';
  const left = cycle.target - cycle.elapsed;
  const worked = `${formatDuration(Math.abs(left) as Duration, workingDayOf(standing.time, standing.now))} of working time`;
  if (clock.state === 'cancelled') return `cancelled ${ended(cycle, standing)}`;
  if (clock.result === 'breached') return overdue(cycle, worked, standing);
  if (clock.state === 'completed') return `met ${ended(cycle, standing)} (${worked} to spare)`;
  return clock.state === 'paused' ? held(cycle, worked, standing) : running(worked, standing);
}

function running(left: string, { clock, names }: Standing): string {
  return clock.dueAt === null ? `running (${left} left)` : `due ${names.when(clock.dueAt)} (in ${left})`;
}

function overdue(cycle: Cycle, over: string, standing: Standing): string {
  const { clock, names } = standing;
  const since = clock.dueAt === null ? 'breached' : `breached ${names.when(clock.dueAt)}`;
  if (clock.state === 'completed') return `${since}, stopped ${ended(cycle, standing)} (${over} over)`;
  return `${since} (${over} over)${clock.state === 'paused' ? `, ${paused(cycle, standing)}` : ''}`;
}

function held(cycle: Cycle, left: string, standing: Standing): string {
  const { dueIfResumed } = standing.clock;
  const due = dueIfResumed === null ? '' : `; due ${standing.names.when(dueIfResumed)} if resumed now`;
  return `${paused(cycle, standing)} (${left} left${due})`;
}

function paused({ segments }: Cycle, { pauses, now, names }: Standing): string {
  const firstOfLast = segments.findLastIndex(({ kind }) => kind !== 'pause') + 1;
  return `paused since ${names.when(segments[firstOfLast]?.from ?? now)} because ${series(pauses, ' and ')}`;
}

const ended = ({ stoppedAt }: Cycle, { now, names }: Standing): string => names.when(stoppedAt ?? now);
