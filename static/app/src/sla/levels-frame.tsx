import styles from './levels-frame.module.css';
import { texts } from './texts';

/** The shape of two clocks, while they are on their way. */
export const LevelsFrame = () => (
  <div role="status" aria-label={texts.loading} className={styles.frame}>
    {['first', 'second'].map((key) => (
      <div key={key} className={styles.row}>
        <span className={styles.name} />
        <span className={styles.summary} />
        <span className={styles.bar} />
      </div>
    ))}
  </div>
);
