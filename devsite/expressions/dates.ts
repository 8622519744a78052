const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Month, day and time of an instant in a zone, as numbers. */
function partsIn(epoch: number, timeZone: string): Readonly<Record<string, number>> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return Object.fromEntries(format.formatToParts(epoch).map(({ type, value }) => [type, Number(value)]));
}

const two = (number: number): string => String(number).padStart(2, '0');

function monthsOn(epoch: number, months: number): number {
  const date = new Date(epoch);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return date.getTime();
}

type Maker<Made> = (amount: number) => Made;

/** An instant: the `Date` of expressions. */
export class Moment {
  readonly epoch: number;

  constructor(epoch: number) {
    this.epoch = epoch;
  }

  toISOString(): string {
    return new Date(this.epoch).toISOString();
  }

  moves(): Readonly<Record<string, Maker<Moment>>> {
    const by = (unit: number) => (amount: number) => new Moment(this.epoch + amount * unit);
    return {
      plusMonths: (amount) => new Moment(monthsOn(this.epoch, amount)),
      minusMonths: (amount) => new Moment(monthsOn(this.epoch, -amount)),
      plusDays: by(day),
      minusDays: by(-day),
      plusHours: by(hour),
      minusHours: by(-hour),
      plusMinutes: by(minute),
      minusMinutes: by(-minute),
    };
  }

  readings(timeZone: string): Readonly<Record<string, () => number | string | CalendarDay>> {
    const part = (name: string) => partsIn(this.epoch, timeZone)[name] ?? 0;
    return {
      getTime: () => this.epoch,
      getFullYear: () => part('year'),
      getMonth: () => part('month') - 1,
      getDate: () => part('day'),
      getDay: () => new Date(Date.UTC(part('year'), part('month') - 1, part('day'))).getUTCDay(),
      getHours: () => part('hour'),
      getMinutes: () => part('minute'),
      getSeconds: () => part('second'),
      toISOString: () => this.toISOString(),
      toString: () => this.toISOString(),
      toCalendarDate: () => new CalendarDay(`${part('year')}-${two(part('month'))}-${two(part('day'))}`),
      toCalendarDateUTC: () => new CalendarDay(this.toISOString().slice(0, 10)),
    };
  }
}

/** A day without a time: the `CalendarDate` of expressions. */
export class CalendarDay {
  /** `2026-03-02` */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  moves(): Readonly<Record<string, Maker<CalendarDay>>> {
    const at = Date.parse(this.text);
    const dayOf = (epoch: number) => new CalendarDay(new Date(epoch).toISOString().slice(0, 10));
    return {
      plusMonths: (amount) => dayOf(monthsOn(at, amount)),
      minusMonths: (amount) => dayOf(monthsOn(at, -amount)),
      plusDays: (amount) => dayOf(at + amount * day),
      minusDays: (amount) => dayOf(at - amount * day),
    };
  }

  readings(): Readonly<Record<string, () => number | string>> {
    const date = new Date(this.text);
    return {
      getFullYear: () => date.getUTCFullYear(),
      getMonth: () => date.getUTCMonth(),
      getDate: () => date.getUTCDate(),
      getDay: () => date.getUTCDay(),
      toISOString: () => this.text,
      toString: () => this.text,
    };
  }
}
