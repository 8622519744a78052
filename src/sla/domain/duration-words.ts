import type { WorkingTime } from '../../calendar/working-time';
import { type Duration, hours, type Instant } from '../../kernel/time';

const SECOND = 1_000;
const DAY = 86_400_000;

/** Its whole seconds, so that printed durations add up: `2 h 14 m 05 s`. */
export function toTheSecond(duration: Duration): string {
  const whole = Math.floor(Math.abs(duration) / SECOND);
  const [h, m, s] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  const larger = [...(h ? [`${h} h`] : []), ...(m ? [`${m} m`] : [])];
  if (larger.length === 0) return `${sign(duration)}${s} s`;
  return sign(duration) + [...larger, ...(s ? [`${String(s).padStart(2, '0')} s`] : [])].join(' ');
}

/**
 * Each part as it is printed: what has passed by its end, in whole seconds, less what had passed before it. So the printed
 * parts add up to the whole as it is printed, which parts that are each cut to seconds would not.
 */
export function inWholeSeconds(parts: readonly Duration[]): readonly Duration[] {
  let passed = 0;
  return parts.map((part) => {
    const before = wholeSeconds(passed as Duration);
    passed += part;
    return (wholeSeconds(passed as Duration) - before) as Duration;
  });
}

/** Without what is beyond its last whole second. */
export const wholeSeconds = (duration: Duration): Duration => (Math.floor(duration / SECOND) * SECOND) as Duration;

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
