import { type ComponentProps, lazy, Suspense } from 'react';
import type { Choice as ChoiceNow } from './choice';
import styles from './form.module.css';
import type { Several as SeveralNow } from './several';

const LoadedChoice = lazy(async () => ({ default: (await import('./choice')).Choice }));
const LoadedSeveral = lazy(async () => ({ default: (await import('./several')).Several }));

const frame = <span className={styles.frame} />;

/** A choice whose script comes after the page can be used. */
export const Choice = (props: ComponentProps<typeof ChoiceNow>) => (
  <Suspense fallback={frame}>
    <LoadedChoice {...props} />
  </Suspense>
);

/** Several choices, whose script comes after the page can be used. */
export const Several = (props: ComponentProps<typeof SeveralNow>) => (
  <Suspense fallback={frame}>
    <LoadedSeveral {...props} />
  </Suspense>
);
