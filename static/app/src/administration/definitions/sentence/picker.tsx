import Button from '@atlaskit/button/new';
import { type ReactNode, useEffect, useRef } from 'react';
import { texts } from '../texts';
import styles from './sentence.module.css';

interface PickerProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onDone: () => void;
}

/** What a part of the sentence opens; takes the focus, and gives it back as it closes. */
export function Picker({ title, children, onDone }: PickerProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <section ref={box} tabIndex={-1} className={styles.picker} aria-label={title}>
      {children}
      <div>
        <Button onClick={onDone}>{texts.sentence.done}</Button>
      </div>
    </section>
  );
}
