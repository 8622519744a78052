import type { Instant } from '@fettle/kernel/time';
import type { Clock } from '@fettle/sla/domain/clock';
import type { Names } from '@fettle/sla/domain/names';
import { texts } from '../texts';
import type { Flag } from './flags';

const isOver = ({ state }: Clock): boolean => state === 'completed' || state === 'cancelled';

/** Where the axis ends: at the due instant, or later at now, or where the clock stopped. */
export function lastOf(clock: Clock, now: Instant): Instant {
  const end = isOver(clock) ? (clock.cycles.at(-1)?.stoppedAt ?? now) : now;
  return Math.max(end, dueOf(clock) ?? end) as Instant;
}

const dueOf = ({ dueAt, dueIfResumed }: Clock): Instant | null => dueAt ?? dueIfResumed;

/** What is named above the axis. */
export function flagsOf(clock: Clock, now: Instant, { when }: Names): readonly Flag[] {
  const due = dueOf(clock);
  const last = clock.cycles.at(-1);
  const ended = isOver(clock) ? (last?.stoppedAt ?? null) : null;
  return [
    ...(due === null ? [] : [{ at: due, text: `${dueWord(clock, now)} ${when(due)}`, tone: 'due' as const }]),
    ...(ended === null
      ? [{ at: now, text: texts.now, tone: 'now' as const }]
      : [
          {
            at: ended,
            text: `${last?.cancelled ? texts.cancelled : texts.stopped} ${when(ended)}`,
            tone: 'now' as const,
          },
        ]),
  ];
}

function dueWord({ dueAt }: Clock, now: Instant): string {
  if (dueAt === null) return texts.dueIfResumed;
  return dueAt <= now ? texts.wasDue : texts.due;
}
