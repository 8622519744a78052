import { series } from '@fettle/kernel/names';
import type { DefinitionPreview } from '@fettle/sla/contract';
import { weekdayAndTime } from '../../ui/moments';
import styles from '../dry-run/dry-run.module.css';
import { DryRunFrame } from '../dry-run/dry-run-frame';
import { SampledIssues } from '../dry-run/sampled-issues';
import { editingTexts } from '../editing-texts';
import editor from '../editor.module.css';
import { texts } from './texts';
import type { Preview } from './use-judgement';

interface DryRunProps {
  readonly preview: Preview;
  /** How many parts of the JQL are asked of Jira. */
  readonly asked: number;
  readonly timeZone: string;
  readonly onLook: () => void;
}

/** What the draft would do to the clocks that are open now. */
export const DefinitionDryRun = ({ preview, asked, timeZone, onLook }: DryRunProps) => (
  <DryRunFrame
    isLooking={preview.state === 'looking'}
    onLook={onLook}
    below={asked > 0 && <p className={editor.quiet}>{texts.dryRun.asked(asked)}</p>}
  >
    {preview.state === 'ready' ? (
      <Found value={preview.value} timeZone={timeZone} />
    ) : (
      <p className={editor.quiet}>{standings[preview.state]}</p>
    )}
  </DryRunFrame>
);

const standings = {
  waiting: texts.dryRun.waiting,
  looking: texts.dryRun.looking,
  unfit: texts.dryRun.unfit,
  failed: editingTexts.dryRun.failed,
};

function Found({ value, timeZone }: { readonly value: DefinitionPreview; readonly timeZone: string }) {
  const { changes, looked, open, whole, unknown, sample } = value;
  const words = texts.dryRun;
  const parts = (['state', 'goal', 'due'] as const).filter((part) => changes[part] > 0);
  return (
    <>
      <strong>{changes.any ? words.changes(changes.any) : words.nothing}</strong>
      {parts.length > 0 && <p className={styles.line}>{parts.map((part) => words[part](changes[part])).join(', ')}</p>}
      <p className={editor.quiet}>{words.looked(looked, open, whole, unknown)}</p>
      {sample.length > 0 && (
        <SampledIssues
          sample={sample}
          tell={({ before, after }) => [
            [words.before, clockWords(before, timeZone)],
            [words.after, clockWords(after, timeZone)],
          ]}
        />
      )}
    </>
  );
}

function clockWords({ state, goal, due }: DefinitionPreview['sample'][number]['before'], timeZone: string): string {
  const when = due === undefined ? '' : texts.dryRun.dueAt(weekdayAndTime(Date.parse(due), timeZone));
  return series([texts.dryRun.states[state] ?? state, goal ?? '', when].filter(Boolean));
}
