import type { WorkingCalendar } from '@fettle/calendar/working-calendar';
import type { WorkingTime } from '@fettle/calendar/working-time';
import type { Instant } from '@fettle/kernel/time';
import { workingDayOf } from '@fettle/sla/domain/duration-words';
import { useState } from 'react';
import { weekdayAndTime } from '../../ui/moments';
import { TextInput } from '../../ui/text-input';
import { parseTarget } from '../target-text';
import styles from './calendars.module.css';
import { texts } from './texts';

interface DueLineProps {
  readonly calendar: WorkingCalendar;
  readonly time: WorkingTime;
  readonly now: Instant;
  /** The viewer's zone. */
  readonly timeZone: string;
}

/** When something begun now would be due by this calendar. */
export function DueLine({ calendar, time, now, timeZone }: DueLineProps) {
  const [target, setTarget] = useState('8 h');
  const amount = parseTarget(target, workingDayOf(time, now));
  const due = amount && time.dueAfter(now, amount);
  return (
    <div className={styles.due}>
      <span className={styles.target}>
        <TextInput
          label={texts.due.before}
          isLabelHidden
          value={target}
          problem={amount === undefined ? texts.due.wrong : undefined}
          onChange={setTarget}
        />
      </span>
      <p role="status" className={styles.dueWords}>
        {texts.due.sentence}
        {amount !== undefined && (
          <strong
            title={due === undefined ? undefined : `${weekdayAndTime(due, calendar.timeZone)} ${calendar.timeZone}`}
          >
            {due === undefined ? texts.due.never : weekdayAndTime(due, timeZone)}
          </strong>
        )}{' '}
        {due !== undefined && calendar.timeZone !== timeZone && (
          <span className={styles.elsewhere}>
            {texts.due.elsewhere(weekdayAndTime(due, calendar.timeZone), calendar.timeZone)}
          </span>
        )}
      </p>
    </div>
  );
}
