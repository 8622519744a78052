import Button from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import type { WallHours, WorkingCalendar } from '@fettle/calendar/working-calendar';
import { useState } from 'react';
import { dateInWords } from '../../ui/moments';
import { Editing } from '../../ui/read-only';
import { RemoveButton, RowButton } from '../../ui/row-button';
import { TextInput } from '../../ui/text-input';
import editor from '../editor.module.css';
import styles from './calendars.module.css';
import { texts } from './texts';
import { freeBlock, withBlock } from './week/day-hours';
import { HoursFields } from './week/hours-fields';

type Exceptions = NonNullable<WorkingCalendar['exceptions']>;

interface ExceptionsProps {
  readonly exceptions: Exceptions;
  readonly problemAt: (place: string) => string | undefined;
  readonly onChange: (exceptions: Exceptions) => void;
}

/** Other hours on single dates. */
export function ExceptionSection({ exceptions, problemAt, onChange }: ExceptionsProps) {
  const [date, setDate] = useState('');
  const isThere = exceptions.some((known) => known.date === date);
  const set = (place: number, hours: readonly WallHours[]) =>
    onChange(exceptions.map((known, i) => (i === place ? { ...known, hours } : known)));
  const add = () => {
    const all = [...exceptions, { date, hours: withBlock([], 9 * 60, 13 * 60) }];
    onChange(all.sort((a, b) => a.date.localeCompare(b.date)));
    setDate('');
  };
  return (
    <section className={editor.section} aria-label={texts.exceptions.title}>
      <h3 className={editor.heading}>{texts.exceptions.title}</h3>
      <p className={editor.quiet}>{texts.exceptions.help}</p>
      <ul className={styles.exceptions}>
        {exceptions.map((exception, i) => (
          <Exception
            key={exception.date}
            {...exception}
            problemAt={(place) => problemAt(`exceptions[${i}]${place}`)}
            onChange={(hours) => set(i, hours)}
            onRemove={() => onChange(exceptions.filter((_, place) => place !== i))}
          />
        ))}
      </ul>
      <Editing>
        <div className={styles.byHand}>
          <TextInput
            label={texts.exceptions.date}
            type="date"
            value={date}
            isTold={isThere}
            problem={isThere ? texts.problem('duplicate-date') : undefined}
            onChange={setDate}
          />
          <Button isDisabled={!date || isThere} onClick={add}>
            {texts.exceptions.add}
          </Button>
        </div>
      </Editing>
    </section>
  );
}

interface ExceptionProps {
  readonly date: string;
  readonly hours: readonly WallHours[];
  readonly problemAt: (place: string) => string | undefined;
  readonly onChange: (hours: readonly WallHours[]) => void;
  readonly onRemove: () => void;
}

function Exception({ date, hours, problemAt, onChange, onRemove }: ExceptionProps) {
  const words = dateInWords(date);
  const free = freeBlock(hours);
  return (
    <li className={styles.exception}>
      <span className={styles.exceptionDate}>{words}</span>
      <div>
        {hours.length === 0 && <span className={styles.source}>{texts.week.closed}</span>}
        <HoursFields day={words} hours={hours} problemAt={(place) => problemAt(`.hours${place}`)} onChange={onChange} />
        {problemAt('') && <p className={editor.problem}>{problemAt('')}</p>}
      </div>
      <Editing>
        <span className={editor.actions}>
          <RowButton
            icon={AddIcon}
            label={texts.week.add(words)}
            isDisabled={!free}
            onPress={() => free && onChange(withBlock(hours, ...free))}
          />
          <RemoveButton label={texts.exceptions.remove(words)} onPress={onRemove} />
        </span>
      </Editing>
    </li>
  );
}
