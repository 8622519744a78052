import { asText } from '@fettle/sla/domain/explain';
import { CopyAsText } from '../ui/copy-as-text';
import { TimeAxis } from './axis/time-axis';
import { CycleTold } from './cycle-told';
import type { LevelAt } from './level-at';
import { Particulars } from './particulars';
import styles from './why.module.css';

/** Why a clock shows what it shows: drawn, then told. */
export function Why(props: LevelAt) {
  const { explanation } = props.level;
  const { cycles } = explanation;
  return (
    <div className={styles.why}>
      <TimeAxis {...props} />
      {cycles.map((cycle) => (
        <CycleTold key={cycle.number} cycle={cycle} isOnly={cycles.length === 1} />
      ))}
      <Particulars {...props} />
      <CopyAsText text={asText(explanation)} of={props.level.definition.name} />
    </div>
  );
}
