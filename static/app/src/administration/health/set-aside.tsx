import { type Instant, instant } from '@fettle/kernel/time';
import { useIssueNames } from '../../jira/use-issue-names';
import type { Output } from '../../rpc/rpc';
import styles from './health.module.css';
import { texts } from './texts';

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
  const names = useIssueNames(told.filter(isOfIssue).map(({ key }) => placeIn(key)));
  return (
    <ul className={styles.setAside}>
      {told.map((one) => (
        <li key={`${one.kind} ${one.key}`}>
          {texts.setAsideSince(nameOf(one, names.get(placeIn(one.key))?.key), when(instant(one.since)), one.isMended)}{' '}
          {!one.isMended && texts.setAside[one.kind].means}
        </li>
      ))}
      {all.length > mostTold && <li>{texts.moreSetAside}</li>}
    </ul>
  );
}

const isOfIssue = ({ kind }: One): boolean => kind === 'clock' || kind === 'due';

/** What stands behind the kind in the key of a record. */
const placeIn = (key: string): string => key.slice(key.indexOf(':') + 1);

function nameOf(one: One, issueKey: string | undefined): string {
  const { kind, key } = one;
  const { name } = texts.setAside[kind];
  if (isOfIssue(one)) return `${name} ${issueKey ?? placeIn(key)}`;
  const [id, version] = placeIn(key).split(':');
  if (kind === 'service-level' || kind === 'calendar') return `${name} “${id}” (${version})`;
  return kind === 'audit' || kind === 'bookkeeping' ? `${name} (${key})` : name;
}
