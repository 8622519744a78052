import Button from '@atlaskit/button/new';
import ArrowLeftIcon from '@atlaskit/icon/core/arrow-left';
import { useState } from 'react';
import { editingTexts } from './editing-texts';
import styles from './editor.module.css';

interface WayBackProps {
  readonly label: string;
  /** Something here is not saved. */
  readonly isChanged: boolean;
  readonly onBack: () => void;
}

/** Leads back to the list, asking first where something would be lost. */
export function WayBack({ label, isChanged, onBack }: WayBackProps) {
  const [isAsked, setAsked] = useState(false);
  return (
    <div className={styles.actions}>
      <Button
        appearance="subtle"
        spacing="compact"
        iconBefore={ArrowLeftIcon}
        onClick={() => (isChanged ? setAsked(true) : onBack())}
      >
        {label}
      </Button>
      {isAsked && isChanged && (
        <>
          <span role="status">{editingTexts.leave}</span>
          <Button spacing="compact" autoFocus onClick={() => setAsked(false)}>
            {editingTexts.stay}
          </Button>
          <Button spacing="compact" appearance="subtle" onClick={onBack}>
            {editingTexts.giveUp}
          </Button>
        </>
      )}
    </div>
  );
}
