import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { Choice } from '../../../ui/late-fields';
import { Announced } from '../../../ui/only-heard';
import { texts } from '../texts';
import styles from './week.module.css';

const targets = { weekdays: [1, 2, 3, 4, 5], weekend: [6, 0], all: [0, 1, 2, 3, 4, 5, 6] } as const;
type Target = keyof typeof targets;

/** Puts the hours of one day onto others. */
export function CopyDay({ onCopy }: { readonly onCopy: (from: number, onto: readonly number[]) => void }) {
  const [from, setFrom] = useState(1);
  const [onto, setOnto] = useState<Target>('weekdays');
  const [told, setTold] = useState('');
  const { days, onto: names } = texts.week;
  return (
    <div className={styles.copy}>
      <span className={styles.copyWord}>{texts.week.copyFrom}</span>
      <div className={styles.copyChoice}>
        <Choice
          label={texts.week.copyFrom}
          isLabelHidden
          value={String(from)}
          options={[1, 2, 3, 4, 5, 6, 0].map((day) => ({ value: String(day), label: days[day] ?? '' }))}
          onChange={(day) => setFrom(Number(day))}
        />
      </div>
      <span className={styles.copyWord}>{texts.week.copyOnto}</span>
      <div className={styles.copyChoice}>
        <Choice
          label={texts.week.copyOnto}
          isLabelHidden
          value={onto}
          options={Object.entries(names).map(([value, label]) => ({ value, label }))}
          onChange={(value) => setOnto(value as Target)}
        />
      </div>
      <Button
        spacing="compact"
        onClick={() => {
          onCopy(from, targets[onto]);
          setTold(texts.week.copied(days[from] ?? '', names[onto]));
        }}
      >
        {texts.week.copy}
      </Button>
      <Announced>{told}</Announced>
    </div>
  );
}
