import type { PrioritySettings } from '@fettle/incident/contract';
import type { Host } from '../../host';
import { Loaded } from '../../rpc/loaded';
import { useCall } from '../../rpc/use-call';
import { Notice } from '../../ui/notice';
import { PageFrame } from '../../ui/page-frame';
import { ReadOnly } from '../../ui/read-only';
import { useAddress, useUnsaved } from '../address';
import { editingTexts } from '../editing-texts';
import editor from '../editor.module.css';
import { EditorFoot } from '../editor-foot';
import { IssueCount } from '../issue-count';
import { ungradedQuery } from './cell-query';
import { MatrixDryRun } from './matrix-dry-run';
import { MatrixGrid } from './matrix-grid';
import { texts } from './texts';
import { useMatrixEdit } from './use-matrix-edit';
import { type Preview, useMatrixPreview } from './use-matrix-preview';

/** How priority follows from impact and urgency, and what another matrix would change. */
export function PrioritiesPage({ host }: { readonly host: Host }) {
  const settings = useCall('prioritySettings', {});
  return (
    <main className={editor.page} aria-label={texts.page}>
      <Loaded of={settings} frame={<PageFrame />}>
        {(told) =>
          isOff(told) ? <MatrixOff settings={told} /> : <MatrixEditor settings={told} isLicensed={host.isLicensed} />
        }
      </Loaded>
    </main>
  );
}

const isLacked = ({ field, isGone }: PrioritySettings['impact']): boolean => !field || isGone;

const isOff = ({ impact, urgency }: PrioritySettings): boolean => [impact, urgency].some(isLacked);

/** No priority follows while one of the two fields is not there: what that means, and the way to the page that mends it. */
function MatrixOff({ settings: { impact, urgency } }: { readonly settings: PrioritySettings }) {
  const { openPage } = useAddress();
  const gone = [impact, urgency].filter(({ isGone }) => isGone).map(({ name }) => name);
  const action = { label: texts.openSetUp, act: () => openPage('set-up') };
  return gone.length ? (
    <Notice tone="warning" title={texts.gone(gone)} action={action}>
      {texts.goneText}
    </Notice>
  ) : (
    <Notice tone="information" title={texts.unmapped} action={action}>
      {texts.unmappedText}
    </Notice>
  );
}

interface EditorProps {
  readonly settings: PrioritySettings;
  readonly isLicensed: boolean;
}

function MatrixEditor({ settings, isLicensed }: EditorProps) {
  const edit = useMatrixEdit(settings.matrix);
  const { preview, look } = useMatrixPreview(edit.draft);
  useUnsaved(edit.isChanged);
  return (
    <>
      <header className={editor.section}>
        <div className={editor.answer}>
          <h2>{texts.answer(settings.impact.name, settings.urgency.name)}</h2>
        </div>
        <p className={editor.quiet}>{texts.help}</p>
      </header>
      <div className={editor.columns}>
        <div className={editor.section}>
          <ReadOnly isOn={!isLicensed}>
            <MatrixGrid settings={settings} matrix={edit.draft} onSet={edit.set} />
          </ReadOnly>
          <div>
            <IssueCount jql={ungradedQuery(settings)} words={texts.ungraded} />
          </div>
        </div>
        <MatrixDryRun preview={preview} priorities={settings.priorities} onLook={look} />
      </div>
      <Foot edit={edit} preview={preview} isLicensed={isLicensed} />
    </>
  );
}

interface FootProps {
  readonly edit: ReturnType<typeof useMatrixEdit>;
  readonly preview: Preview;
  readonly isLicensed: boolean;
}

function Foot({ edit, preview, isLicensed }: FootProps) {
  const { isChanged } = edit;
  const standing = isChanged ? toCome(preview) : editingTexts.unchanged;
  return <EditorFoot edit={edit} words={texts.save} isLicensed={isLicensed} isOwed={isChanged} standing={standing} />;
}

/** What saving would do, as far as the dry run says. */
function toCome(preview: Preview): string {
  if (preview.state !== 'ready') return editingTexts.unsaved;
  const { changes } = preview.value;
  return `${editingTexts.unsaved} ${changes ? texts.wouldTake(changes) : texts.dryRun.nothing}`;
}
