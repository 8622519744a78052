import Button from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import type { ReactNode } from 'react';
import { Notice } from '../ui/notice';
import styles from './editor.module.css';

interface ThingsListProps {
  readonly count: number;
  readonly texts: {
    readonly none: string;
    readonly noneText: string;
    readonly add: string;
  };
  /** How many there are, in a sentence. */
  readonly answer: string;
  readonly mayAdd: boolean;
  readonly onAdd: () => void;
  readonly children: ReactNode;
}

/** Everything there is of what a page edits, and the way to one more; why there could be some where there is none. */
export function ThingsList({ count, texts, answer, mayAdd, onAdd, children }: ThingsListProps) {
  const add = (
    <Button iconBefore={AddIcon} isDisabled={!mayAdd} onClick={onAdd}>
      {texts.add}
    </Button>
  );
  if (count === 0)
    return (
      <Notice tone="empty" title={texts.none}>
        <p>{texts.noneText}</p>
        {add}
      </Notice>
    );
  return (
    <>
      <header className={styles.answer}>
        <h2>{answer}</h2>
        {add}
      </header>
      {children}
    </>
  );
}
