import { series } from '@fettle/kernel/names';
import { type ComponentProps, lazy, Suspense } from 'react';
import type { Choice as ChoiceNow } from './choice';
import styles from './form.module.css';
import { useIsReadOnly } from './read-only';
import type { Several as SeveralNow } from './several';
import { TextInput } from './text-input';

const LoadedChoice = lazy(async () => ({ default: (await import('./choice')).Choice }));
const LoadedSeveral = lazy(async () => ({ default: (await import('./several')).Several }));

const frame = <span className={styles.frame} />;

/** A choice whose script comes after the page can be used; where it is only read, a line that says it. */
export function Choice(props: ComponentProps<typeof ChoiceNow>) {
  const chosen = props.options.find(({ value }) => value === props.value);
  if (useIsReadOnly()) return <TextInput {...props} value={chosen?.label ?? ''} />;
  return (
    <Suspense fallback={frame}>
      <LoadedChoice {...props} />
    </Suspense>
  );
}

/** Several choices, whose script comes after the page can be used; where they are only read, their names. */
export function Several(props: ComponentProps<typeof SeveralNow>) {
  const chosen = props.options.filter(({ value }) => props.values.includes(value)).map(({ label }) => label);
  if (useIsReadOnly()) return <span className={styles.read}>{series(chosen) || props.placeholder}</span>;
  return (
    <Suspense fallback={frame}>
      <LoadedSeveral {...props} />
    </Suspense>
  );
}
