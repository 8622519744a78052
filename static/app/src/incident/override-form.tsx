import Button from '@atlaskit/button/new';
import { mostReason } from '@fettle/incident/contract';
import { isSeen } from '@fettle/kernel/names';
import type { Refusal, Reply } from '@fettle/rpc/contract';
import { type FormEvent, useId, useState } from 'react';
import { Refused } from '../rpc/refused';
import { ask } from '../rpc/rpc';
import styles from './priority-line.module.css';
import { priorityTexts as texts } from './priority-texts';

interface OverrideFormProps {
  readonly issueId: string;
  /** ISO instant of the override. */
  readonly at: string;
  readonly asksReason: boolean;
  /** What the priority goes back to. */
  readonly matrix: string;
  readonly again: () => void;
}

type Outcome = 'idle' | 'saving' | 'failed' | Refusal['code'];

/** Asks why a priority was overridden, and takes it back. */
export function OverrideForm({ issueId, at, asksReason, matrix, again }: OverrideFormProps) {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const [outcome, setOutcome] = useState<Outcome>('idle');
  const [fieldId, problemId] = [useId(), useId()];

  const carryOut = async (call: () => Promise<Reply<null>>) => {
    setOutcome('saving');
    const reply = await call().catch(() => undefined);
    setOutcome(reply === undefined ? 'failed' : reply.ok ? 'idle' : reply.reason.code);
    if (reply) again();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const found = problemOf(reason);
    setProblem(found);
    if (found) document.getElementById(fieldId)?.focus();
    else void carryOut(() => ask('explainOverride', { issueId, at, reason: reason.trim() }));
  };

  return (
    <form className={styles.form} onSubmit={save} noValidate>
      {asksReason && (
        <>
          <ReasonLabel fieldId={fieldId} />
          <textarea
            id={fieldId}
            className={styles.field}
            rows={2}
            required
            value={reason}
            aria-invalid={problem !== ''}
            aria-describedby={problemId}
            onChange={({ target: { value } }) => {
              setReason(value);
              if (problem) setProblem(problemOf(value));
            }}
            onBlur={(event) => event.target.value && setProblem(problemOf(event.target.value))}
          />
          <span id={problemId} className={styles.problem} role="status">
            {problem}
          </span>
        </>
      )}
      <div className={styles.buttons}>
        {asksReason && (
          <Button type="submit" appearance="primary" spacing="compact" isDisabled={outcome === 'saving'}>
            {outcome === 'saving' ? texts.saving : texts.save}
          </Button>
        )}
        <Button
          spacing="compact"
          isDisabled={outcome === 'saving'}
          onClick={() => void carryOut(() => ask('liftOverride', { issueId, at }))}
        >
          {texts.back(matrix)}
        </Button>
      </div>
      <OutcomeTold outcome={outcome} />
    </form>
  );
}

const ReasonLabel = ({ fieldId }: { readonly fieldId: string }) => (
  <label htmlFor={fieldId} className={styles.label}>
    {texts.reason} <span className={styles.required}>{texts.required}</span>
  </label>
);

const OutcomeTold = ({ outcome }: { readonly outcome: Outcome }) => (
  <div role="status">
    {outcome === 'failed' && texts.outage}
    {outcome !== 'idle' && outcome !== 'saving' && outcome !== 'failed' && <Refused code={outcome} />}
  </div>
);

/** Told anew while typing once it was told: a line that went on leaving the field would move the button from under a click. */
function problemOf(reason: string): string {
  if (!isSeen(reason)) return texts.missing;
  const { length } = reason.trim();
  return length > mostReason ? texts.tooLong(mostReason, length) : '';
}
