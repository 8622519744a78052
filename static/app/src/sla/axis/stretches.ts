import type { Period } from '@fettle/calendar/working-time';
import { series } from '@fettle/kernel/names';
import type { Duration, Instant } from '@fettle/kernel/time';
import type { Clock, Cycle, Segment } from '@fettle/sla/domain/clock';
import type { Calendars } from '@fettle/sla/domain/segments';

/**
 * A stretch of the axis. `counted` and `over` (past the target) are the open hours of running time, `ahead` those up to
 * the due instant; `line` is running time, open or not; `pause`, `gap` and `aside` do not count.
 */
export interface Stretch extends Period {
  readonly kind: 'line' | 'counted' | 'over' | 'ahead' | 'pause' | 'gap' | 'aside';
  readonly reason?: string;
}

interface Drawn {
  readonly clock: Clock;
  readonly calendars: Calendars;
  readonly now: Instant;
  /** Shorter breaks are not drawn. */
  readonly finest: Duration;
}

/** What is drawn of a clock, the lowest layer first. */
export function stretchesOf({ clock, calendars, now, finest }: Drawn): readonly Stretch[] {
  const open = (id: string, from: Instant, to: Instant) => joined(calendars(id).periods(from, to), finest);
  const past = clock.cycles.flatMap((cycle) => cycle.segments.flatMap((segment) => drawn(segment, cycle, open)));
  const last = clock.cycles.at(-1);
  const { state, dueAt } = clock;
  if (state !== 'running' || dueAt === null || dueAt <= now || !last) return past;
  return [...past, ...open(last.calendarId, now, dueAt).map((period) => ({ ...period, kind: 'ahead' as const }))];
}

type Open = (calendarId: string, from: Instant, to: Instant) => readonly Period[];

function drawn(segment: Segment, { breachedAt }: Cycle, open: Open): readonly Stretch[] {
  const { from, to, kind, reasons, calendarId, setAside } = segment;
  if (kind !== 'run') return [{ from, to, kind, reason: series(reasons) }].map(asPeriod);
  if (setAside) return [{ from, to, kind: 'aside' as const }].map(asPeriod);
  const turn = Math.min(Math.max(breachedAt ?? to, from), to) as Instant;
  return [
    { start: from, end: to, kind: 'line' },
    ...open(calendarId, from, turn).map((period) => ({ ...period, kind: 'counted' as const })),
    ...open(calendarId, turn, to).map((period) => ({ ...period, kind: 'over' as const })),
  ];
}

const asPeriod = ({
  from,
  to,
  ...rest
}: { from: Instant; to: Instant } & Pick<Stretch, 'kind' | 'reason'>): Stretch => ({
  start: from,
  end: to,
  ...rest,
});

/** Periods with the breaks shorter than `finest` closed. */
export function joined(periods: readonly Period[], finest: Duration): readonly Period[] {
  const found: Period[] = [];
  for (const period of periods) {
    const last = found.at(-1);
    if (last && period.start - last.end < finest) found[found.length - 1] = { start: last.start, end: period.end };
    else found.push(period);
  }
  return found;
}
