import type { Cycle } from '@fettle/sla/domain/clock';
import type { Threshold } from '@fettle/sla/domain/definition';
import type { Appearance } from '@fettle/sla/domain/presentation';
import { usedShare } from '@fettle/sla/domain/thresholds';
import { texts } from './texts';
import styles from './used-bar.module.css';

interface UsedBarProps {
  readonly cycle: Cycle;
  readonly colour: Appearance['colour'];
  /** The thresholds short of the target. */
  readonly warnings: readonly Threshold[];
  readonly words: { readonly elapsed: string; readonly target: string };
}

const percent = (share: number): string => `${Math.round(share * 1_000) / 10}%`;

/** Elapsed against target; past the target the bar is as long as what has elapsed and the target is marked in it. */
export function UsedBar({ cycle, colour, warnings, words: { elapsed, target } }: UsedBarProps) {
  const share = usedShare(cycle);
  const whole = Math.max(1, share);
  return (
    <div className={styles.bar} role="img" aria-label={texts.used(elapsed, target, Math.round(share * 100))}>
      <div className={styles.track}>
        <div className={styles[colour]} style={{ inlineSize: percent(Math.min(1, share) / whole) }} />
        {share > 1 && <div className={styles.over} style={{ inlineSize: percent(1 - 1 / whole) }} />}
      </div>
      {warnings.map(({ level, share: mark }) => (
        <div key={level} className={styles.warning} style={{ insetInlineStart: percent(mark / whole) }} />
      ))}
      {share > 1 && <div className={styles.target} style={{ insetInlineStart: percent(1 / whole) }} />}
    </div>
  );
}
