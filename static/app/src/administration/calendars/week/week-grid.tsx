import AddIcon from '@atlaskit/icon/core/add';
import type { WallHours, WorkingCalendar } from '@fettle/calendar/working-calendar';
import { minutes } from '@fettle/kernel/time';
import { formatDuration } from '@fettle/sla/domain/duration-words';
import { Editing } from '../../../ui/read-only';
import { RowButton } from '../../../ui/row-button';
import editor from '../../editor.module.css';
import { texts } from '../texts';
import { CopyDay } from './copy-day';
import { copied, freeBlock, minutesOpen, reachOf, withBlock } from './day-hours';
import { HoursFields } from './hours-fields';
import { HoursTrack } from './hours-track';
import styles from './week.module.css';

type Week = WorkingCalendar['week'];

/** As people read a week. */
const fromMonday = [1, 2, 3, 4, 5, 6, 0];
const marks = [0, 3, 6, 9, 12, 15, 18, 21, 24];

interface WeekProps {
  readonly week: Week;
  /** What is wrong at a place of the calendar. */
  readonly problemAt: (place: string) => string | undefined;
  readonly onChange: (week: Week) => void;
}

/** The open hours of each day of the week. */
export function WeekGrid({ week, problemAt, onChange }: WeekProps) {
  const open = week.reduce((sum, hours) => sum + minutesOpen(hours), 0);
  const set = (day: number, hours: readonly WallHours[]) =>
    onChange(week.map((known, place) => (place === day ? hours : known)));
  return (
    <section className={editor.section} aria-label={texts.week.title}>
      <h3 className={editor.heading}>{texts.week.title}</h3>
      <Editing>
        <p className={editor.quiet}>{texts.week.help}</p>
      </Editing>
      <div className={styles.grid}>
        <div className={styles.marks} aria-hidden="true">
          {marks.map((hour) => (
            <span key={hour} style={{ insetInlineStart: `${(hour / 24) * 100}%` }}>
              {hour}
            </span>
          ))}
        </div>
        {fromMonday.map((day) => (
          <DayRow
            key={day}
            day={texts.week.days[day] ?? ''}
            hours={week[day] ?? []}
            reach={reachOf(week[(day + 6) % 7] ?? [])}
            problemAt={(place) => problemAt(`week.${day}${place}`)}
            onChange={(hours) => set(day, hours)}
          />
        ))}
      </div>
      {problemAt('week') && <p className={editor.problem}>{problemAt('week')}</p>}
      <Editing>
        <CopyDay onCopy={(from, onto) => onChange(copied(week, from, onto))} />
      </Editing>
      <p className={editor.quiet}>{texts.week.total(formatDuration(minutes(open), minutes(10_080 + 1)))}</p>
    </section>
  );
}

interface DayProps {
  readonly day: string;
  readonly hours: readonly WallHours[];
  readonly reach: number;
  readonly problemAt: (place: string) => string | undefined;
  readonly onChange: (hours: readonly WallHours[]) => void;
}

function DayRow({ day, hours, reach, problemAt, onChange }: DayProps) {
  const free = freeBlock(hours);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of the grid is no set of form fields to be framed
    <div role="group" aria-label={day} className={styles.row}>
      <span className={styles.day}>{day}</span>
      <HoursTrack day={day} hours={hours} reach={reach} onChange={onChange} />
      <div className={styles.hours}>
        <div className={styles.blocks}>
          {hours.length === 0 && <span className={styles.closed}>{texts.week.closed}</span>}
          <HoursFields day={day} hours={hours} problemAt={problemAt} onChange={onChange} />
        </div>
        <Editing>
          <RowButton
            icon={AddIcon}
            label={texts.week.add(day)}
            isDisabled={!free}
            onPress={() => free && onChange(withBlock(hours, ...free))}
          />
        </Editing>
      </div>
    </div>
  );
}
