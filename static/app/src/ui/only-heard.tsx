import type { ReactNode } from 'react';
import styles from './only-heard.module.css';

/** Words for screen readers alone. */
export const OnlyHeard = ({ children }: { readonly children: ReactNode }) => (
  <span className={styles.hidden}>{children}</span>
);

/** Says its words, politely, when they change. */
export const Announced = ({ children }: { readonly children: string }) => (
  <span role="status" className={styles.hidden}>
    {children}
  </span>
);
