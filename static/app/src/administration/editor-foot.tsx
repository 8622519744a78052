import Button from '@atlaskit/button/new';
import { editingTexts } from './editing-texts';
import styles from './editor.module.css';
import { SavingTold } from './saving-told';
import type { Saving } from './use-saving';

interface EditorFootProps {
  readonly edit: {
    readonly saving: Saving;
    readonly save: () => void;
    readonly takeTheirs: () => void;
    readonly keepMine: () => void;
  };
  /** What the button does. */
  readonly words: string;
  readonly isLicensed: boolean;
  /** There is something to save. */
  readonly isOwed: boolean;
  /** How the edit stands while nothing is being saved. */
  readonly standing: string;
  /** What is wrong with the whole. */
  readonly problem?: string | undefined;
}

/** Saves what is edited, and says what saving would do or came to. */
export function EditorFoot({ edit, words, isLicensed, isOwed, standing, problem }: EditorFootProps) {
  const { saving } = edit;
  return (
    <footer className={styles.foot}>
      <Button appearance="primary" isDisabled={!isLicensed || !isOwed || saving.state === 'saving'} onClick={edit.save}>
        {words}
      </Button>
      {saving.state === 'idle' && (
        <span className={styles.quiet}>{isLicensed ? standing : editingTexts.unlicensed}</span>
      )}
      <SavingTold saving={saving} onTheirs={edit.takeTheirs} onMine={edit.keepMine} />
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </footer>
  );
}
