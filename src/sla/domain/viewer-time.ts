import type { Instant } from '../../kernel/time';

/** Instants in words, as one viewer's clock on the wall shows them. */
export interface ViewerTime {
  /** `Mon 23 Nov 09:30`, with the year when it is not the present one. */
  readonly when: (at: Instant) => string;
  /** `Fri 20 Nov 15:00 – 16:00` within a day, else both ends in full. */
  readonly span: (from: Instant, to: Instant) => string;
}

export function viewerTime(timeZone: string, now: Instant): ViewerTime {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const read = (at: Instant) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const { weekday, day, month, year, hour, minute } = parts;
    return { date: `${weekday} ${day} ${month}`, year, time: `${hour}:${minute}` };
  };
  const present = read(now).year;
  const dateOf = ({ date, year }: ReturnType<typeof read>) => (year === present ? date : `${date} ${year}`);

  return {
    when: (at) => `${dateOf(read(at))} ${read(at).time}`,
    span: (from, to) => {
      const [first, last] = [read(from), read(to)];
      const end = dateOf(first) === dateOf(last) ? last.time : `${dateOf(last)} ${last.time}`;
      return `${dateOf(first)} ${first.time} – ${end}`;
    },
  };
}
