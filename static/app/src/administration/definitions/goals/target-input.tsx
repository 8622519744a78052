import type { WorkingCalendar } from '@fettle/calendar/working-calendar';
import { type Duration, hours } from '@fettle/kernel/time';
import { formatDuration } from '@fettle/sla/domain/duration-words';
import { useState } from 'react';
import { TextInput } from '../../../ui/text-input';
import { minutesOpen } from '../../calendars/week/day-hours';
import { parseTarget, targetText } from '../../target-text';
import { texts } from '../texts';
import styles from './goals.module.css';

interface TargetInputProps {
  readonly label: string;
  readonly isLabelHidden: boolean;
  /** Milliseconds; none while what is written is no length of time. */
  readonly target: number;
  readonly calendar: WorkingCalendar | undefined;
  readonly problem: string | undefined;
  readonly onChange: (target: number) => void;
}

/** A length of working time, written as people write it. */
export function TargetInput({ label, isLabelHidden, target, calendar, problem, onChange }: TargetInputProps) {
  const day = dayOf(calendar);
  const [text, setText] = useState(targetText(target));
  const isHeld = (parseTarget(text, day) ?? 0) === target;
  const shown = isHeld ? text : targetText(target);
  const isUnderstood = target > 0;
  return (
    <div>
      <TextInput
        label={texts.goals.target}
        labelFor={label}
        isLabelHidden={isLabelHidden}
        value={shown}
        problem={isUnderstood ? problem : texts.problem({ place: '', code: 'target-not-positive' })}
        onChange={(written) => {
          setText(written);
          onChange(parseTarget(written, day) ?? 0);
        }}
        onLeave={() => isUnderstood && setText(targetText(target))}
      />
      {target >= day && day > 0 && day < hours(24) && (
        <p className={styles.days}>{texts.goals.days(formatDuration(target as Duration, day))}</p>
      )}
    </div>
  );
}

/** The longest day of the calendar's week, which is what a working day means. */
function dayOf(calendar: WorkingCalendar | undefined): Duration {
  const longest = Math.max(0, ...(calendar?.week ?? []).map(minutesOpen));
  return (Math.min(longest || 1_440, 1_440) * 60_000) as Duration;
}
