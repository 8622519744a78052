import Checkbox from '@atlaskit/checkbox';
import { RadioGroup } from '@atlaskit/radio';
import type { DefinitionDraft, RunningClocks } from '@fettle/sla/domain/draft';
import type { ReactNode } from 'react';
import { useIsReadOnly } from '../../../ui/read-only';
import editor from '../../editor.module.css';
import { texts } from '../texts';
import styles from './policies.module.css';
import { cycleExample, goalExample, reopenExample, runningExample, type WorkedExample } from './worked-examples';

interface PoliciesProps {
  readonly draft: DefinitionDraft;
  /** Absent for a new definition, whose clocks are all still to begin. */
  readonly running: RunningClocks | undefined;
  readonly onChange: (changed: Partial<DefinitionDraft>) => void;
  readonly onRunning: (running: RunningClocks) => void;
}

/** How it counts where that is not plain, each choice with what it would make of an example. */
export function PolicySection({ draft, running, onChange, onRunning }: PoliciesProps) {
  const words = texts.policies;
  const isReadOnly = useIsReadOnly();
  return (
    <section className={editor.section} aria-label={words.title}>
      <h3 className={editor.heading}>{words.title}</h3>
      <div className={styles.policies}>
        <Policy
          title={words.reopen}
          chosen={draft.reopenPolicy}
          options={words.reopens}
          example={reopenExample(draft)}
          onChoose={(reopenPolicy) => onChange({ reopenPolicy })}
        >
          {draft.reopenPolicy === 'resume' && isReadOnly && draft.countGap && words.gap}
          {draft.reopenPolicy === 'resume' && !isReadOnly && (
            <Checkbox
              label={words.gap}
              isChecked={draft.countGap}
              onChange={(event) => onChange({ countGap: event.currentTarget.checked })}
            />
          )}
        </Policy>
        <Policy
          title={words.cycle}
          chosen={draft.cyclePolicy}
          options={words.cycles}
          example={cycleExample(draft)}
          onChoose={(cyclePolicy) => onChange({ cyclePolicy })}
        />
        <Policy
          title={words.goal}
          chosen={draft.goalChangePolicy}
          options={words.goalChanges}
          example={goalExample(draft)}
          onChoose={(goalChangePolicy) => onChange({ goalChangePolicy })}
        />
        {running && (
          <Policy
            title={words.running}
            chosen={running}
            options={words.runnings}
            example={runningExample(draft, running)}
            onChoose={onRunning}
          />
        )}
      </div>
    </section>
  );
}

interface PolicyProps<Value extends string> {
  readonly title: string;
  readonly chosen: Value;
  readonly options: Readonly<Record<Value, string>>;
  readonly example: WorkedExample;
  readonly onChoose: (value: Value) => void;
  readonly children?: ReactNode;
}

function Policy<Value extends string>({ title, chosen, options, example, onChoose, children }: PolicyProps<Value>) {
  return (
    <fieldset className={styles.policy}>
      <legend>{title}</legend>
      {useIsReadOnly() ? (
        <span>{options[chosen]}</span>
      ) : (
        <RadioGroup
          name={title}
          value={chosen}
          options={Object.entries<string>(options).map(([value, label]) => ({ name: title, value, label }))}
          onChange={(event) => onChoose(event.currentTarget.value as Value)}
          aria-label={title}
        />
      )}
      {children}
      <p className={styles.example}>
        {example.story}
        <strong role="status">{example.outcome}</strong>
      </p>
    </fieldset>
  );
}
