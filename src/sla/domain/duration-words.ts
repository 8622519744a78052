import type { WorkingTime } from '../../calendar/working-time';
import { type Duration, hours, type Instant } from '../../kernel/time';

const DAY = 86_400_000;
const parts = [
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
] as const;

/** Every millisecond of it, so that printed durations add up: `26 h 2 m 500 ms`. */
export function exactDuration(duration: Duration): string {
  let left = Math.abs(duration);
  const words = parts.flatMap(([unit, length]) => {
    const count = Math.floor(left / length);
    left -= count * length;
    return count > 0 ? [`${count} ${unit}`] : [];
  });
  return sign(duration) + (words.join(' ') || '0 m');
}

/** `2 h 14 m`; from a working day on `3 working days 2 h`, where a working day is as long as the calendar's. */
export function formatDuration(duration: Duration, workingDay: Duration = hours(24)): string {
  const length = Math.abs(duration);
  const days = Math.floor(length / workingDay);
  const rest = length - days * workingDay;
  if (days === 0) return sign(duration) + hoursAndMinutes(rest);
  const word = workingDay === DAY ? 'day' : 'working day';
  const count = `${days} ${days === 1 ? word : `${word}s`}`;
  return sign(duration) + (rest < 60_000 ? count : `${count} ${hoursAndMinutes(rest)}`);
}

/** The open time of a full working day: the most that any of the coming days has. */
export function workingDayOf(time: WorkingTime, around: Instant): Duration {
  const days = Array.from({ length: 14 }, (_, i) =>
    time.elapsed((around + i * DAY) as Instant, (around + (i + 1) * DAY) as Instant),
  );
  return (Math.max(...days) || DAY) as Duration;
}

function hoursAndMinutes(length: number): string {
  if (length < 60_000) return `${Math.floor(length / 1_000)} s`;
  const minutes = Math.floor(length / 60_000);
  const words = [`${Math.floor(minutes / 60)} h`, `${minutes % 60} m`];
  return words.filter((word) => !word.startsWith('0 ')).join(' ');
}

const sign = (duration: Duration): string => (duration < 0 ? '−' : '');
