import type { MatrixPreview, PrioritySettings } from '@fettle/incident/contract';
import { DryRunFrame } from '../dry-run/dry-run-frame';
import { SampledIssues } from '../dry-run/sampled-issues';
import { editingTexts } from '../editing-texts';
import editor from '../editor.module.css';
import { texts } from './texts';
import type { Preview } from './use-matrix-preview';

interface DryRunProps {
  readonly preview: Preview;
  readonly priorities: PrioritySettings['priorities'];
  readonly onLook: () => void;
}

/** What the matrix would make of the incidents that are open now. */
export const MatrixDryRun = ({ preview, priorities, onLook }: DryRunProps) => (
  <DryRunFrame isLooking={preview.state === 'looking'} onLook={onLook}>
    {preview.state === 'ready' ? (
      <Found value={preview.value} priorities={priorities} />
    ) : (
      <p className={editor.quiet}>{preview.state === 'looking' ? texts.dryRun.looking : editingTexts.dryRun.failed}</p>
    )}
  </DryRunFrame>
);

function Found({ value, priorities }: { readonly value: MatrixPreview } & Pick<DryRunProps, 'priorities'>) {
  const { changes, kept, open, whole, sample } = value;
  const words = texts.dryRun;
  const nameOf = (priority: string | null) => priorities.find(({ id }) => id === priority)?.name ?? words.none;
  return (
    <>
      <strong>{changes ? words.changes(changes) : words.nothing}</strong>
      {kept > 0 && <p className={editor.quiet}>{words.kept(kept)}</p>}
      <p className={editor.quiet}>{words.looked(open, whole)}</p>
      {sample.length > 0 && (
        <SampledIssues
          sample={sample}
          tell={({ from, to }) => [
            [words.before, nameOf(from)],
            [words.after, nameOf(to)],
          ]}
        />
      )}
    </>
  );
}
