import type { Instant } from '@fettle/kernel/time';
import type { Names } from '@fettle/sla/domain/names';
import type { PriorityStanding } from '@fettle/sla/domain/priority-standing';
import { useId, useState } from 'react';
import { Unfold } from '../ui/unfold';
import { OverrideForm } from './override-form';
import styles from './priority-line.module.css';
import { priorityTexts as texts } from './priority-texts';
import { type PriorityWords, usePriorityWords } from './priority-words';

interface PriorityLineProps {
  readonly issueId: string;
  readonly standing: PriorityStanding;
  readonly names: Names;
  /** Asks for the service levels anew. */
  readonly again: () => void;
}

/** How the priority came to be, in a line; what is still to be said of an override below it. */
export function PriorityLine({ issueId, standing, names, again }: PriorityLineProps) {
  const words = usePriorityWords(issueId, standing);
  const [unfolded, setUnfolded] = useState(false);
  const whyId = useId();
  if (!words) return <p className={styles.line} aria-hidden="true" />;
  return (
    <section className={styles.priority} aria-label={texts.priority(words.priority(standing.priority))}>
      <p className={styles.line}>
        <span>
          <strong className={styles.name}>{texts.priority(words.priority(standing.priority))}</strong>{' '}
          {told(standing, words, names)}
        </span>
        {'matrix' in standing && (
          <Unfold
            isUnfolded={unfolded}
            onToggle={() => setUnfolded(!unfolded)}
            of={texts.ofPriority}
            controls={whyId}
            className={styles.why}
          />
        )}
      </p>
      <div id={whyId}>
        {unfolded && 'matrix' in standing && (
          <p className={styles.because}>
            {texts.because(words.impact, words.urgency, words.priority(standing.matrix))}
          </p>
        )}
      </div>
      <Lacking standing={standing} words={words} />
      {standing.state === 'overridden' && <Said issueId={issueId} standing={standing} words={words} again={again} />}
    </section>
  );
}

/** What keeps the matrix from going on, what that means for the clocks, and whom to ask. */
function Lacking({ standing, words }: Pick<PriorityLineProps, 'standing'> & { readonly words: PriorityWords }) {
  const said = words.lacks.map(({ kind, code }) => texts.lacks[code](kind, words[kind]));
  return (
    <>
      {said.length > 0 && <p className={styles.reason}>{[...said, texts.mend].join(' ')}</p>}
      {standing.priority === null && <p className={styles.reason}>{texts.noneMeans}</p>}
    </>
  );
}

type Overridden = Extract<PriorityStanding, { state: 'overridden' }>;

interface SaidProps {
  readonly issueId: string;
  readonly standing: Overridden;
  readonly words: PriorityWords;
  readonly again: () => void;
}

function Said({ issueId, standing, words, again }: SaidProps) {
  const { reason, at, matrix } = standing;
  return (
    <>
      {reason !== undefined && <p className={styles.reason}>{texts.reasonGiven(reason)}</p>}
      {reason === undefined && !words.mayEdit && <p className={styles.reason}>{texts.noReason}</p>}
      {words.mayEdit && (
        <OverrideForm
          key={at}
          issueId={issueId}
          at={new Date(at).toISOString()}
          asksReason={reason === undefined}
          matrix={words.priority(matrix)}
          again={again}
        />
      )}
    </>
  );
}

function told(standing: PriorityStanding, words: PriorityWords, names: Names): string {
  switch (standing.state) {
    case 'unset':
      return unsetTold(words);
    case 'derived':
      return words.lacks.length === 0 ? texts.derived : texts.derivedBefore;
    case 'owed':
      return texts.owed(words.priority(standing.matrix));
    case 'overridden':
      return texts.overridden(
        texts.directions[standing.direction],
        names.person(standing.by),
        names.when(standing.at as Instant),
        words.priority(standing.matrix),
      );
    case 'escalated':
      return texts.escalated(
        texts.directions[standing.direction],
        names.when(standing.at as Instant),
        words.priority(standing.matrix),
      );
  }
}

function unsetTold({ lacks }: PriorityWords): string {
  if (lacks.length === 0) return texts.unset;
  return lacks.some(({ code }) => code !== 'unranked') ? texts.off : texts.unranked;
}
