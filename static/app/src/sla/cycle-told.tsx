import { toTheSecond } from '@fettle/sla/domain/duration-words';
import type { CycleExplanation } from '@fettle/sla/domain/explain';
import styles from './cycle-told.module.css';
import { texts } from './texts';

interface CycleToldProps {
  readonly cycle: CycleExplanation;
  readonly isOnly: boolean;
}

/** A cycle in sentences, and what they add up to. */
export const CycleTold = ({ cycle: { number, sentences, elapsed, target }, isOnly }: CycleToldProps) => (
  <div>
    {!isOnly && <h3 className={styles.title}>{texts.cycle(number)}</h3>}
    <ol className={styles.sentences}>
      {sentences.map(({ at, text, elapsed: part }) => (
        <li key={`${at} ${text}`} className={part > 0 ? styles.counted : styles.plain}>
          {text}
        </li>
      ))}
    </ol>
    <p className={styles.sum}>{texts.together(toTheSecond(elapsed), toTheSecond(target))}</p>
  </div>
);
