import { type Instant, instant } from '@fettle/kernel/time';
import type { Output } from '../../rpc/rpc';
import styles from './health.module.css';
import { texts } from './texts';

interface SetAsideProps {
  readonly setAside: NonNullable<Output<'health'>['setAside']>;
  readonly when: (at: Instant) => string;
}

/** What could not be read, each with what it means and what is to be done; what still cannot comes first. */
export function SetAside({ setAside, when }: SetAsideProps) {
  const all = [...setAside.filter(({ isMended }) => !isMended), ...setAside.filter(({ isMended }) => isMended)];
  return (
    <ul className={styles.overdue}>
      {all.map(({ kind, key, since, isMended }) => (
        <li key={`${kind} ${key}`}>
          {texts.setAsideAt(key, when(instant(since)), isMended)}
          {!isMended && `. ${texts.setAside[kind]}`}
        </li>
      ))}
    </ul>
  );
}
