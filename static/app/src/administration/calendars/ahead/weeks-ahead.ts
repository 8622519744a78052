import type { WorkingCalendar } from '@fettle/calendar/working-calendar';
import type { WorkingTime } from '@fettle/calendar/working-time';
import { earliestInstant, type OffsetStretch, zoneOffsets } from '@fettle/calendar/zone-offsets';
import type { Instant } from '@fettle/kernel/time';
import { timeOf } from '../week/day-hours';

const DAY = 86_400_000;
const weekCount = 12;

/** One day of the calendar's zone, as it is drawn. */
export interface DayAhead {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Open time as shares of the day. */
  readonly bands: readonly { readonly from: number; readonly to: number }[];
  /** The same as wall times: `09:00–17:00`. */
  readonly hours: readonly string[];
  readonly holiday?: string;
  readonly isException: boolean;
  /** By how many minutes the wall clock is put forward (or back, less than none) on this day. */
  readonly shift: number;
  readonly isToday: boolean;
}

/** Twelve weeks from Monday of the present one on, by the calendar's own days. */
export function weeksAhead(
  calendar: WorkingCalendar,
  time: WorkingTime,
  now: Instant,
): readonly (readonly DayAhead[])[] {
  const offsets = zoneOffsets(calendar.timeZone)(now - 9 * DAY, now + (weekCount * 7 + 2) * DAY);
  const today = Math.floor((now + offsetAt(offsets, now)) / DAY);
  const monday = today - ((today + 3) % 7);
  const names = new Map(calendar.holidays.map(({ date, name }) => [date, name]));
  const special = new Set((calendar.exceptions ?? []).map(({ date }) => date));
  return Array.from({ length: weekCount }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => {
      const day = monday + week * 7 + place;
      const date = new Date(day * DAY).toISOString().slice(0, 10);
      const holiday = names.get(date);
      return {
        ...drawn(day, time, offsets),
        date,
        ...(holiday !== undefined && { holiday }),
        isException: special.has(date),
        isToday: day === today,
      };
    }),
  );
}

function drawn(day: number, time: WorkingTime, offsets: readonly OffsetStretch[]) {
  const start = earliestInstant(day * DAY, offsets);
  const end = earliestInstant((day + 1) * DAY, offsets);
  const periods = time.periods(start as Instant, end as Instant);
  const wall = (at: number) => timeOf(Math.round((at + offsetAt(offsets, at) - day * DAY) / 60_000));
  return {
    bands: periods.map((period) => ({
      from: (period.start - start) / (end - start),
      to: (period.end - start) / (end - start),
    })),
    hours: periods.map((period) => `${wall(period.start)}–${period.end === end ? '24:00' : wall(period.end)}`),
    shift: (DAY - (end - start)) / 60_000,
  };
}

const offsetAt = (offsets: readonly OffsetStretch[], at: number): number =>
  offsets.findLast(({ since }) => since <= at)?.offset ?? 0;
