import Button from '@atlaskit/button/new';
import { Refused } from '../rpc/refused';
import { Notice } from '../ui/notice';
import { editingTexts as texts } from './editing-texts';
import styles from './editor.module.css';
import type { Saving } from './use-saving';

interface SavingToldProps {
  readonly saving: Saving;
  /** Saved by somebody else meanwhile: theirs is taken, or one's own is kept to be saved over it. */
  readonly onTheirs: () => void;
  readonly onMine: () => void;
}

/** What came of saving, said politely. */
export function SavingTold(props: SavingToldProps) {
  return (
    <div role="status" className={styles.told}>
      <Told {...props} />
    </div>
  );
}

function Told({ saving, onTheirs, onMine }: SavingToldProps) {
  if (saving.state === 'saving') return texts.saving;
  if (saving.state === 'saved') return texts.saved;
  if (saving.state === 'failed')
    return (
      <Notice tone="error" title={texts.failed}>
        {texts.failedText}
      </Notice>
    );
  if (saving.state !== 'refused') return null;
  if (saving.reason.code !== 'changed-meanwhile') return <Refused code={saving.reason.code} />;
  return (
    <Notice tone="warning" title={texts.meanwhile}>
      <p className={styles.quiet}>{texts.meanwhileText}</p>
      <div className={styles.actions}>
        <Button spacing="compact" onClick={onMine}>
          {texts.mine}
        </Button>
        <Button spacing="compact" onClick={onTheirs}>
          {texts.theirs}
        </Button>
      </div>
    </Notice>
  );
}
