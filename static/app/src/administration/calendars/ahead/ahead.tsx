import type { WorkingCalendar } from '@fettle/calendar/working-calendar';
import { workingTime } from '@fettle/calendar/working-time';
import { series } from '@fettle/kernel/names';
import type { Instant } from '@fettle/kernel/time';
import { useMemo } from 'react';
import { dateInWords } from '../../../ui/moments';
import { OnlyHeard } from '../../../ui/only-heard';
import editor from '../../editor.module.css';
import { DueLine } from '../due-line';
import { texts } from '../texts';
import styles from './ahead.module.css';
import { type DayAhead, weeksAhead } from './weeks-ahead';

interface AheadProps {
  /** Undefined while something in it is wrong. */
  readonly calendar: WorkingCalendar | undefined;
  readonly now: Instant;
  readonly timeZone: string;
}

/** What a calendar means: when a target would be due, and the weeks to come. */
export function Ahead({ calendar, now, timeZone }: AheadProps) {
  return (
    <section className={editor.section} aria-label={texts.ahead.title}>
      <h3 className={editor.heading}>{texts.ahead.title}</h3>
      {calendar ? (
        <Drawn calendar={calendar} now={now} timeZone={timeZone} />
      ) : (
        <p className={editor.quiet}>{texts.ahead.wrong}</p>
      )}
    </section>
  );
}

function Drawn({ calendar, now, timeZone }: AheadProps & { readonly calendar: WorkingCalendar }) {
  const time = useMemo(() => workingTime(calendar), [calendar]);
  const today = Math.floor(now / 60_000);
  const weeks = useMemo(() => weeksAhead(calendar, time, (today * 60_000) as Instant), [calendar, time, today]);
  return (
    <>
      <DueLine calendar={calendar} time={time} now={now} timeZone={timeZone} />
      <table className={styles.weeks}>
        <caption>
          <OnlyHeard>{texts.ahead.caption}</OnlyHeard>
        </caption>
        <thead>
          <tr>
            <th scope="col">{texts.ahead.week}</th>
            {[1, 2, 3, 4, 5, 6, 0].map((day) => (
              <th key={day} scope="col">
                {texts.week.days[day]?.slice(0, 3)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((days) => (
            <tr key={days[0]?.date}>
              <th scope="row">{dateInWords(days[0]?.date ?? '').slice(4, -5)}</th>
              {days.map((day) => (
                <Day key={day.date} {...day} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Day(day: DayAhead) {
  const note = noteOf(day);
  const hours = day.hours.join(', ') || texts.ahead.closed;
  return (
    <td className={day.isToday ? styles.today : undefined} title={`${dateInWords(day.date)}: ${hours}`}>
      <OnlyHeard>{`${dateInWords(day.date)}${day.isToday ? `, ${texts.ahead.today}` : ''}: ${hours}`}</OnlyHeard>
      <span className={styles.line} aria-hidden="true">
        {day.bands.map(({ from, to }) => (
          <span
            key={from}
            className={styles.band}
            style={{ insetInlineStart: `${from * 100}%`, inlineSize: `${(to - from) * 100}%` }}
          />
        ))}
      </span>
      {note && (
        <span className={styles.note} title={note}>
          {note}
        </span>
      )}
    </td>
  );
}

function noteOf({ holiday, isException, shift }: DayAhead): string {
  const clocks = shift > 0 ? texts.ahead.forward : texts.ahead.backward;
  return series(
    [holiday ?? '', isException ? texts.ahead.exception : '', shift === 0 ? '' : clocks].filter(Boolean),
    ' · ',
  );
}
