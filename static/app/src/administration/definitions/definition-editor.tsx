import type { Problem } from '@fettle/rpc/contract';
import { goalCountQueries } from '@fettle/sla/domain/goal-counts';
import type { Host } from '../../host';
import type { Output } from '../../rpc/rpc';
import { ReadOnly } from '../../ui/read-only';
import { TextInput } from '../../ui/text-input';
import { useUnsaved } from '../address';
import { editingTexts } from '../editing-texts';
import editor from '../editor.module.css';
import { EditorFoot } from '../editor-foot';
import { Removal } from '../removal';
import { WayBack } from '../way-back';
import { DefinitionDryRun } from './definition-dry-run';
import styles from './definitions.module.css';
import { GoalSection } from './goals/goal-section';
import { PolicySection } from './policies/policies';
import { SentenceEditor } from './sentence/sentence-editor';
import { texts } from './texts';
import { ThresholdSection } from './thresholds';
import { type Base, type DefinitionEdit, useDefinitionEdit } from './use-definition-edit';
import { type Judgement, type Preview, useJudgement } from './use-judgement';
import type { Choices } from './words';

interface EditorProps {
  readonly start: Base;
  readonly all: Output<'definitions'>;
  readonly choices: Choices;
  readonly host: Host;
  readonly onSaved: (id: string) => void;
  readonly onRemoved: () => void;
}

/** One definition as a sentence with its goals, and beside it what it would do. */
export function DefinitionEditor({ start, all, choices, host, onSaved, onRemoved }: EditorProps) {
  const edit = useDefinitionEdit({ start, onSaved, onRemoved });
  const { draft, running, base } = edit;
  useUnsaved(edit.isChanged);
  const judgement = useJudgement({ id: base.id, draft, running, incidentTypes: all.incidentTypes });
  const slot = all.definitions.find(({ id }) => id === base.id)?.slot;
  return (
    <>
      <header className={editor.section}>
        <WayBack label={texts.back} />
        <div className={editor.answer}>
          <h2>{draft.name || texts.nameless}</h2>
        </div>
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: leaving any field within is heard, nothing is pressed */}
      <div className={editor.columns} onBlur={judgement.judge}>
        <ReadOnly isOn={!host.isLicensed}>
          <Parts edit={edit} judgement={judgement} all={all} choices={choices} />
        </ReadOnly>
        <div className={styles.beside}>
          <DefinitionDryRun
            preview={judgement.preview}
            asked={judgement.asked.length}
            timeZone={host.timeZone}
            onLook={judgement.look}
          />
        </div>
      </div>
      {slot !== undefined && (
        <Removal
          title={texts.removal.title}
          help={texts.removal.help(slot)}
          button={texts.removal.button}
          isDisabled={!host.isLicensed}
          onRemove={edit.remove}
        />
      )}
      <Foot edit={edit} judgement={judgement} isLicensed={host.isLicensed} />
    </>
  );
}

interface PartsProps extends Pick<EditorProps, 'all' | 'choices'> {
  readonly edit: DefinitionEdit;
  readonly judgement: Judgement;
}

function Parts({ edit, judgement, all, choices }: PartsProps) {
  const { draft, change, isTold, base } = edit;
  const problemAt = problemsOf(edit, judgement);
  const warningAt = (place: string) =>
    judgement.warnings.filter((warning) => warning.place === place).map(({ code }) => texts.warning(code))[0];
  return (
    <div className={styles.main}>
      <div className={editor.fields}>
        <TextInput
          label={texts.name}
          value={draft.name}
          problem={problemAt('name')}
          isTold={isTold}
          onChange={(name) => change({ name })}
        />
      </div>
      <SentenceEditor draft={draft} choices={choices} problemAt={problemAt} onChange={change} />
      <GoalSection
        goals={draft.goals}
        calendars={all.calendars}
        dateFields={choices.dateFields}
        counts={judgement.counts}
        listOf={(goal) => goalCountQueries({ scope: draft.scope, goals: [goal] }, all.incidentTypes)[0] ?? ''}
        problemAt={problemAt}
        warningAt={warningAt}
        onChange={(goals) => change({ goals })}
      />
      <PolicySection
        draft={draft}
        running={base.id === undefined ? undefined : edit.running}
        onChange={change}
        onRunning={edit.setRunning}
      />
      <ThresholdSection
        thresholds={draft.thresholds}
        priorities={choices.priorities}
        problemAt={problemAt}
        onChange={(thresholds) => change({ thresholds })}
      />
    </div>
  );
}

/** What is wrong at a place or directly within it, by the last judgement or the last refusal. */
function problemsOf({ saving }: DefinitionEdit, { problems }: Judgement) {
  const refused = saving.state === 'refused' && saving.reason.code === 'unfit' ? saving.reason.problems : [];
  const all: readonly Problem[] = [...problems, ...refused];
  return (place: string): string | undefined => {
    const found = all.find((problem) => problem.place === place || (place && problem.place.startsWith(`${place}.`)));
    return found && texts.problem(found);
  };
}

interface FootProps {
  readonly edit: DefinitionEdit;
  readonly judgement: Judgement;
  readonly isLicensed: boolean;
}

function Foot({ edit, judgement, isLicensed }: FootProps) {
  const { isChanged, base } = edit;
  return (
    <EditorFoot
      edit={edit}
      words={texts.save((base.version ?? 0) + 1)}
      isLicensed={isLicensed}
      isOwed={isChanged || base.id === undefined}
      standing={isChanged ? toCome(judgement.preview) : editingTexts.unchanged}
      problem={problemsOf(edit, judgement)('')}
    />
  );
}

/** What saving would do, as far as the dry run says. */
function toCome(preview: Preview): string {
  if (preview.state !== 'ready') return editingTexts.unsaved;
  const { any } = preview.value.changes;
  return `${editingTexts.unsaved} ${any ? texts.dryRun.willChange(any) : texts.dryRun.nothing}`;
}
