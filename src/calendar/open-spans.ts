import { DAY, dailyHours, dayNumber, type WallSpan, wallSpan } from './daily-hours';
import type { WorkingCalendar } from './working-calendar';
import { earliestInstant, latestInstant, type OffsetStretch, zoneOffsets } from './zone-offsets';

/** Open time `[start, end)` in epoch milliseconds. */
export type Span = readonly [start: number, end: number];

/** Answers the open spans of one UTC year: in order, apart from each other, clipped to the year. */
export function openSpans(calendar: WorkingCalendar): (year: number) => readonly Span[] {
  const hoursOf = dailyHours(calendar);
  const breaksOf = breaksByDay(calendar);
  const offsetsBetween = zoneOffsets(calendar.timeZone);
  return (year) => {
    const start = Date.UTC(year, 0, 1);
    const end = Date.UTC(year + 1, 0, 1);
    const offsets = offsetsBetween(start - 3 * DAY, end + 3 * DAY);
    // An overnight shift begun up to two dates before the year can reach into it, whatever the zone.
    const days = { first: start / DAY - 2, last: end / DAY };
    const open = merged(instants(hoursOf, days, offsets));
    const closed = breaksOf ? merged(instants(breaksOf, days, offsets)) : [];
    return clipped(closed.length > 0 ? without(open, closed) : open, start, end);
  };
}

function breaksByDay(calendar: WorkingCalendar): ((day: number) => readonly WallSpan[]) | undefined {
  if (!calendar.breaks?.length) return undefined;
  const breaks = new Map<number, WallSpan[]>();
  for (const { date, hours } of calendar.breaks) {
    const day = dayNumber(date);
    breaks.set(day, [...(breaks.get(day) ?? []), ...hours.map(wallSpan)]);
  }
  return (day) => breaks.get(day) ?? [];
}

function instants(
  hoursOf: (day: number) => readonly WallSpan[],
  days: { readonly first: number; readonly last: number },
  offsets: readonly OffsetStretch[],
): Span[] {
  const spans: Span[] = [];
  for (let day = days.first; day <= days.last; day++) {
    for (const { from, to } of hoursOf(day)) {
      const start = earliestInstant(day * DAY + from, offsets);
      const end = latestInstant(day * DAY + to, offsets);
      if (end > start) spans.push([start, end]);
    }
  }
  return spans;
}

function merged(spans: Span[]): Span[] {
  const apart: Span[] = [];
  for (const span of spans.sort((one, other) => one[0] - other[0])) {
    const last = apart.at(-1);
    if (last && span[0] <= last[1]) apart[apart.length - 1] = [last[0], Math.max(last[1], span[1])];
    else apart.push(span);
  }
  return apart;
}

function without(open: readonly Span[], closed: readonly Span[]): Span[] {
  return closed.reduce<Span[]>((left, [from, to]) => left.flatMap((span) => cut(span, from, to)), [...open]);
}

function cut([start, end]: Span, from: number, to: number): Span[] {
  if (to <= start || from >= end) return [[start, end]];
  const parts: Span[] = [
    [start, from],
    [to, end],
  ];
  return parts.filter(([opening, closing]) => opening < closing);
}

function clipped(spans: readonly Span[], start: number, end: number): Span[] {
  return spans
    .filter((span) => span[1] > start && span[0] < end)
    .map((span) => [Math.max(span[0], start), Math.min(span[1], end)]);
}
