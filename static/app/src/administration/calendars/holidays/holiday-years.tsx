import type { WorkingCalendar } from '@fettle/calendar/working-calendar';
import { dateInWords } from '../../../ui/moments';
import { Editing } from '../../../ui/read-only';
import { RemoveButton } from '../../../ui/row-button';
import editor from '../../editor.module.css';
import styles from '../calendars.module.css';
import { texts } from '../texts';

type Holidays = WorkingCalendar['holidays'];

interface YearsProps {
  readonly holidays: Holidays;
  /** The year that is opened at first. */
  readonly year: number;
  readonly problemAt: (place: string) => string | undefined;
  readonly onChange: (holidays: Holidays) => void;
}

/** The holidays by year, each with where it came from. */
export function HolidayYears({ holidays, year, problemAt, onChange }: YearsProps) {
  const years = [...new Set(holidays.map(({ date }) => date.slice(0, 4)))].sort();
  if (years.length === 0) return <p className={editor.quiet}>{texts.holidays.count(0)}</p>;
  return (
    <div className={styles.years}>
      {years.map((each) => {
        const placed = holidays.flatMap((holiday, place) =>
          holiday.date.startsWith(each) ? [{ holiday, place }] : [],
        );
        return (
          <details key={each} open={each === String(year)}>
            <summary>{texts.holidays.year(each, placed.length)}</summary>
            <ul className={styles.list}>
              {placed.map(({ holiday, place }) => (
                <li key={`${holiday.date} ${place}`} className={styles.holiday}>
                  <span className={styles.date}>{dateInWords(holiday.date)}</span>
                  <span>
                    {holiday.name}
                    {problemAt(`holidays[${place}]`) && (
                      <span className={editor.problem}> {problemAt(`holidays[${place}]`)}</span>
                    )}
                  </span>
                  <span className={styles.source}>{holiday.source ?? texts.holidays.byHand}</span>
                  <Editing>
                    <RemoveButton
                      label={texts.holidays.remove(holiday.name, dateInWords(holiday.date))}
                      onPress={() => onChange(holidays.filter((_, at) => at !== place))}
                    />
                  </Editing>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}
