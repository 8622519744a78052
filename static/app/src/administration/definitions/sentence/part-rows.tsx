import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import { Editing } from '../../../ui/read-only';
import { RemoveButton } from '../../../ui/row-button';
import editor from '../../editor.module.css';
import { texts } from '../texts';
import styles from './sentence.module.css';

interface PartRowsProps<Item> {
  readonly of: readonly Item[];
  readonly wordsOf: (item: Item) => string;
  readonly problemAt: (place: string) => string | undefined;
  /** What is added. */
  readonly fresh: Item;
  readonly onChange: (items: Item[]) => void;
  readonly children: (item: Item, place: number, set: (item: Item) => void) => ReactNode;
}

/** Some of one part of the sentence, each removable, and one more. */
export function PartRows<Item>({ of, wordsOf, problemAt, fresh, onChange, children }: PartRowsProps<Item>) {
  return (
    <>
      {problemAt('') && <p className={editor.problem}>{problemAt('')}</p>}
      {of.length > 1 && <p className={editor.quiet}>{texts.sentence.any}</p>}
      <ul className={styles.rows}>
        {of.map((item, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the row stands for
          <li key={i} className={styles.row}>
            {children(item, i, (changed) => onChange(of.map((known, place) => (place === i ? changed : known))))}
            <Editing>
              <RemoveButton
                label={texts.sentence.remove(wordsOf(item))}
                onPress={() => onChange(of.filter((_, place) => place !== i))}
              />
            </Editing>
            {problemAt(`[${i}]`) && <p className={`${editor.problem} ${styles.below}`}>{problemAt(`[${i}]`)}</p>}
          </li>
        ))}
      </ul>
      <Editing>
        <div>
          <Button spacing="compact" onClick={() => onChange([...of, fresh])}>
            {of.length ? texts.sentence.add : texts.sentence.addFirst}
          </Button>
        </div>
      </Editing>
    </>
  );
}
