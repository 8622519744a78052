import { type Instant, instant } from '@fettle/kernel/time';
import type { Output } from '../../rpc/rpc';
import styles from './health.module.css';
import { texts } from './texts';
import { useIssueKeys } from './use-issue-keys';

type One = NonNullable<Output<'health'>['setAside']>[number];

interface SetAsideProps {
  readonly setAside: readonly One[];
  readonly when: (at: Instant) => string;
}

/** As many are told; an export has all. */
const mostTold = 20;

/** What could not be read, each with what it means and what is to be done; what still cannot comes first. */
export function SetAside({ setAside, when }: SetAsideProps) {
  const all = [...setAside.filter(({ isMended }) => !isMended), ...setAside.filter(({ isMended }) => isMended)];
  const told = all.slice(0, mostTold);
  const keys = useIssueKeys(told.filter(isOfIssue).map(({ key }) => placeIn(key)));
  return (
    <ul className={styles.overdue}>
      {told.map((one) => (
        <li key={`${one.kind} ${one.key}`}>
          {texts.setAsideSince(nameOf(one, keys), when(instant(one.since)), one.isMended)}{' '}
          {!one.isMended && texts.setAside[one.kind].means}
        </li>
      ))}
    </ul>
  );
}

const isOfIssue = ({ kind }: One): boolean => kind === 'clock' || kind === 'due';

/** What stands behind the kind in the key of a record. */
const placeIn = (key: string): string => key.slice(key.indexOf(':') + 1);

function nameOf(one: One, keys: ReadonlyMap<string, string>): string {
  const { kind, key } = one;
  const { name } = texts.setAside[kind];
  if (isOfIssue(one)) return `${name} ${keys.get(placeIn(key)) ?? placeIn(key)}`;
  const [id, version] = placeIn(key).split(':');
  if (kind === 'service-level' || kind === 'calendar') return `${name} “${id}” (${version})`;
  return kind === 'audit' || kind === 'bookkeeping' ? `${name} (${key})` : name;
}
