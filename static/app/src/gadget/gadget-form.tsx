import Button from '@atlaskit/button/new';
import { view } from '@forge/bridge';
import { type FormEvent, useState } from 'react';
import type { Output } from '../rpc/rpc';
import { Choice } from '../ui/choice';
import { Notice } from '../ui/notice';
import { TextInput } from '../ui/text-input';
import styles from './gadget.module.css';
import { type GadgetSettings, type Period, periods } from './gadget-settings';
import { ProjectsChoice } from './projects-choice';
import { texts } from './texts';

interface GadgetFormProps {
  readonly overview: Output<'serviceLevelOverview'>;
  readonly settings: GadgetSettings;
}

const longest = 80;

/** What the gadget counts, chosen by whoever owns the dashboard. */
export function GadgetForm({ overview: { definitions }, settings }: GadgetFormProps) {
  const [draft, setDraft] = useState(settings);
  const [hasFailed, setFailed] = useState(false);
  const change = (part: Partial<GadgetSettings>) => setDraft({ ...draft, ...part });
  const isTooLong = draft.title.length > longest;
  const definitionId = definitions.find(({ id }) => id === draft.definitionId)?.id ?? definitions[0]?.id ?? '';

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (isTooLong) return;
    view.submit({ ...draft, definitionId }).catch(() => setFailed(true));
  };

  return (
    <form className={styles.form} aria-label={texts.edit.form} onSubmit={save}>
      {hasFailed && (
        <Notice tone="error" title={texts.edit.failed}>
          {texts.edit.failedText}
        </Notice>
      )}
      <TextInput
        label={texts.edit.title}
        help={texts.edit.titleHelp}
        value={draft.title}
        problem={isTooLong ? texts.edit.tooLong : undefined}
        onChange={(title) => change({ title })}
      />
      <ProjectsChoice value={draft.projects} onChange={(projects) => change({ projects })} />
      <Choice
        label={texts.edit.definition}
        value={definitionId}
        options={definitions.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(chosen) => change({ definitionId: chosen })}
      />
      <Choice
        label={texts.edit.period}
        help={texts.edit.periodHelp}
        value={draft.period}
        options={periods.map((period) => ({ value: period, label: texts.periods[period] }))}
        onChange={(period) => change({ period: period as Period })}
      />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary">
          {texts.edit.save}
        </Button>
        <Button appearance="subtle" onClick={() => void view.close()}>
          {texts.edit.cancel}
        </Button>
      </div>
    </form>
  );
}
