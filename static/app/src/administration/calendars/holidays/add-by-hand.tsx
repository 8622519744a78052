import Button from '@atlaskit/button/new';
import type { WorkingCalendar } from '@fettle/calendar/working-calendar';
import { isSeen } from '@fettle/kernel/names';
import { useState } from 'react';
import { TextInput } from '../../../ui/text-input';
import styles from '../calendars.module.css';
import { texts } from '../texts';

type Holiday = WorkingCalendar['holidays'][number];

interface ByHandProps {
  readonly known: readonly Holiday[];
  readonly onAdd: (holiday: Holiday) => void;
}

/** One holiday that no country knows. */
export function AddByHand({ known, onAdd }: ByHandProps) {
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const isThere = known.some((holiday) => holiday.date === date);
  const add = () => {
    onAdd({ date, name: name.trim() });
    setDate('');
    setName('');
  };
  return (
    <div className={`${styles.adding} ${styles.byHand}`}>
      <TextInput
        label={texts.holidays.date}
        type="date"
        value={date}
        isTold={isThere}
        problem={isThere ? texts.problem('duplicate-date') : undefined}
        onChange={setDate}
      />
      <TextInput label={texts.holidays.name} value={name} onChange={setName} />
      <Button isDisabled={!date || !isSeen(name) || isThere} onClick={add}>
        {texts.holidays.add}
      </Button>
    </div>
  );
}
