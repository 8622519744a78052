import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { editingTexts } from './editing-texts';
import styles from './editor.module.css';

interface RemovalProps {
  readonly title: string;
  /** Who uses it, or what becomes of it. */
  readonly help: string;
  readonly button: string;
  readonly isDisabled: boolean;
  readonly onRemove: () => void;
}

/** Takes a thing away, after asking once more. */
export function Removal({ title, help, button, isDisabled, onRemove }: RemovalProps) {
  const [isAsked, setAsked] = useState(false);
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      <p className={styles.quiet}>{help}</p>
      <div className={styles.actions}>
        {isAsked ? (
          <>
            <Button appearance="danger" autoFocus isDisabled={isDisabled} onClick={onRemove}>
              {editingTexts.confirm}
            </Button>
            <Button appearance="subtle" onClick={() => setAsked(false)}>
              {editingTexts.keep}
            </Button>
          </>
        ) : (
          <Button isDisabled={isDisabled} onClick={() => setAsked(true)}>
            {button}
          </Button>
        )}
      </div>
    </section>
  );
}
