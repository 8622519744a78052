import link from '../ui/link-button.module.css';
import styles from './at-risk.module.css';
import { texts } from './texts';
import type { Selection } from './use-selection';

interface SelectionBarProps {
  readonly selection: Selection;
  readonly onAssign: () => void;
}

/** How many incidents are chosen, and what can be done with all of them. */
export function SelectionBar({ selection: { issues, choose }, onAssign }: SelectionBarProps) {
  if (issues.length === 0) return null;
  return (
    <div className={styles.selection}>
      <span role="status">{texts.selected(issues.length)}</span>
      <button type="button" className={link.link} onClick={onAssign}>
        {texts.assignSelected}
      </button>
      <button type="button" className={link.link} onClick={() => choose(false)}>
        {texts.selectNone}
      </button>
    </div>
  );
}
