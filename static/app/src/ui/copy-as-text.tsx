import Button from '@atlaskit/button/new';
import CheckIcon from '@atlaskit/icon/core/check-mark';
import CopyIcon from '@atlaskit/icon/core/copy';
import { useEffect, useId, useState } from 'react';
import styles from './copy-as-text.module.css';
import { copyTexts } from './copy-texts';
import { Announced, OnlyHeard } from './only-heard';

/** How long "Copied" stays, in milliseconds. */
const THANKED = 3_000;

interface CopyAsTextProps {
  readonly text: string;
  /** What it tells of, where a page has several. */
  readonly of: string;
}

/** Puts a text on the clipboard; where the browser does not let it, shows the text for copying by hand. */
export function CopyAsText({ text, of }: CopyAsTextProps) {
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'not-allowed'>('none');
  const labelId = useId();
  useEffect(() => {
    if (outcome !== 'copied') return undefined;
    const timer = setTimeout(() => setOutcome('none'), THANKED);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = () =>
    onClipboard(text).then(
      () => setOutcome('copied'),
      () => setOutcome('not-allowed'),
    );
  return (
    <div className={styles.copy}>
      <Button spacing="compact" iconBefore={outcome === 'copied' ? CheckIcon : CopyIcon} onClick={() => void copy()}>
        {outcome === 'copied' ? copyTexts.copied : copyTexts.copy}
        <OnlyHeard> {of}</OnlyHeard>
      </Button>
      <Announced>{outcome === 'copied' ? copyTexts.copied : ''}</Announced>
      {outcome === 'not-allowed' && (
        <>
          <span id={labelId}>{copyTexts.byHand}</span>
          <textarea aria-labelledby={labelId} className={styles.text} readOnly rows={8} value={text} />
        </>
      )}
    </div>
  );
}

/** Rejects also where there is no clipboard at all, as on a page that is not secure. */
async function onClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
