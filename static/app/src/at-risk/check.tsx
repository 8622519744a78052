import { useEffect, useRef } from 'react';
import styles from './clock-list.module.css';

interface CheckProps {
  readonly label: string;
  readonly isChecked: boolean;
  /** Some of what it stands for, not all. */
  readonly isPartly?: boolean;
  readonly isReached?: boolean;
  readonly onChange: () => void;
}

/** The browser's own box: a list has hundreds. `isReached`: by the tab key. */
export function Check({ label, isChecked, isPartly = false, isReached = true, onChange }: CheckProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = isPartly;
  }, [isPartly]);
  return (
    <input
      ref={box}
      type="checkbox"
      className={styles.check}
      aria-label={label}
      checked={isChecked}
      tabIndex={isReached ? 0 : -1}
      onChange={onChange}
    />
  );
}
