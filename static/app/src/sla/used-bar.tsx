import type { Instant } from '@fettle/kernel/time';
import { usedShare } from '@fettle/sla/domain/thresholds';
import type { Level } from './level';
import { texts } from './texts';
import styles from './used-bar.module.css';
import { usedWords } from './used-words';

interface UsedBarProps {
  readonly level: Level;
  readonly now: Instant;
}

const percent = (share: number): string => `${Math.round(share * 1_000) / 10}%`;

/** Elapsed against target; past the target the bar is as long as what has elapsed and the target is marked in it. */
export function UsedBar({ level: { definition, current, look }, now }: UsedBarProps) {
  if (!current) return null;
  const share = usedShare(current.cycle);
  const whole = Math.max(1, share);
  const warnings = definition.thresholds.filter((threshold) => threshold.share < 1);
  const { elapsed, target } = usedWords(current, now);
  return (
    <div className={styles.bar} role="img" aria-label={texts.used(elapsed, target, Math.round(share * 100))}>
      <div className={styles.track}>
        <div className={styles[look.colour]} style={{ inlineSize: percent(Math.min(1, share) / whole) }} />
        {share > 1 && <div className={styles.over} style={{ inlineSize: percent(1 - 1 / whole) }} />}
      </div>
      {warnings.map(({ level, share: mark }) => (
        <div
          key={level}
          className={styles.warning}
          title={texts.mark(texts.level(level), Math.round(mark * 100))}
          style={{ insetInlineStart: percent(mark / whole) }}
        />
      ))}
      {share > 1 && <div className={styles.target} style={{ insetInlineStart: percent(1 / whole) }} />}
    </div>
  );
}
