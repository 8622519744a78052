import type { WallHours } from '@fettle/calendar/working-calendar';
import { Editing } from '../../../ui/read-only';
import { RemoveButton } from '../../../ui/row-button';
import { TextInput } from '../../../ui/text-input';
import { texts } from '../texts';
import { asTime, minutesOf } from './day-hours';
import styles from './week.module.css';

interface FieldsProps {
  readonly day: string;
  readonly hours: readonly WallHours[];
  /** What is wrong at a place within these hours: `[0].from`, `[1]`. */
  readonly problemAt: (place: string) => string | undefined;
  readonly onChange: (hours: readonly WallHours[]) => void;
}

/** The exact times of a day's hours. */
export function HoursFields({ day, hours, problemAt, onChange }: FieldsProps) {
  const set = (place: number, changed: Partial<WallHours>) =>
    onChange(hours.map((known, i) => (i === place ? { ...known, ...changed } : known)));
  return hours.map((block, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the hours stand for
    <div key={i} className={styles.times}>
      <TimeField
        label={texts.week.time(day, i + 1, 'from')}
        value={block.from}
        problem={problemAt(`[${i}].from`)}
        onChange={(from) => set(i, { from })}
      />
      <span className={styles.to}>{texts.week.to}</span>
      <TimeField
        label={texts.week.time(day, i + 1, 'to')}
        value={block.to}
        problem={problemAt(`[${i}].to`)}
        onChange={(to) => set(i, { to })}
      />
      <Editing>
        <RemoveButton
          label={texts.week.remove(day, i + 1)}
          onPress={() => onChange(hours.filter((_, place) => place !== i))}
        />
      </Editing>
      {isOvernight(block) && <span className={styles.next}>{texts.week.next}</span>}
      {problemAt(`[${i}]`) && <p className={styles.problem}>{problemAt(`[${i}]`)}</p>}
    </div>
  ));
}

interface TimeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

const TimeField = ({ label, value, problem, onChange }: TimeFieldProps) => (
  <span className={styles.time}>
    <TextInput
      label={label}
      isLabelHidden
      value={value}
      problem={problem}
      onChange={onChange}
      onLeave={() => onChange(asTime(value))}
    />
  </span>
);

function isOvernight({ from, to }: WallHours): boolean {
  const [opens, closes] = [minutesOf(from), minutesOf(to)];
  return opens !== undefined && closes !== undefined && closes <= opens;
}
