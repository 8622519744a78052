import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { token } from '@atlaskit/tokens';
import { type Finding, isBad } from '@fettle/health/domain/verdict';
import { type Duration, type Instant, instant } from '@fettle/kernel/time';
import { formatDuration } from '@fettle/sla/domain/duration-words';
import { CountedIssues } from '../../jira/counted-issues';
import type { Output } from '../../rpc/rpc';
import styles from './health.module.css';
import { texts } from './texts';

interface VerdictProps {
  readonly health: Output<'health'>;
  readonly intake: Output<'intakeProgress'> | undefined;
  readonly when: (at: Instant) => string;
}

interface Line {
  readonly isBad: boolean;
  readonly text: string;
  /** The issues that are counted in it. */
  readonly ids?: readonly string[];
}

const marks = {
  bad: <WarningIcon label="Needs a look" color={token('color.icon.warning')} />,
  good: <SuccessIcon label="Good" color={token('color.icon.success')} />,
};

/** Whether timers are on time, queues empty and budgets kept, and what went wrong last; the worst is the headline. */
export function Verdict(props: VerdictProps) {
  const [first, ...rest] = linesOf(props);
  return (
    <header className={styles.verdict}>
      <h2 className={styles.headline} aria-live="polite">
        {first && marks[first.isBad ? 'bad' : 'good']} {first && <Words {...first} />}
      </h2>
      <ul className={styles.sentences}>
        {rest.map((line) => (
          <li key={line.text}>
            {marks[line.isBad ? 'bad' : 'good']} <Words {...line} />
          </li>
        ))}
      </ul>
    </header>
  );
}

const Words = ({ text, ids = [] }: Line) => <CountedIssues words={text} ids={ids} />;

function linesOf({ health, intake, when }: VerdictProps): readonly Line[] {
  const { findings, overdue, points } = health;
  const long = (milliseconds: number) => formatDuration(milliseconds as Duration);
  const found = findings.map((finding: Finding) => ({
    isBad: isBad(finding),
    text: texts.told(finding, long, (at) => when(at as Instant)),
    ids: finding.code === 'timers-late' ? overdue.issueIds : [],
  }));
  if (findings.some(({ code }) => code === 'not-set-up')) return found;
  const beside = [
    ...(overdue.count === 0 ? [good(texts.queuesEmpty)] : []),
    ...(points ? [] : [good(texts.pointsUnknown)]),
    ...wrongOf(health, intake, when),
  ];
  const told = [...found, ...beside];
  const all = told.some((line) => line.isBad) ? told : [...told, good(texts.nothingWrong)];
  return [...all.filter((line) => line.isBad), ...all.filter((line) => !line.isBad)];
}

const good = (text: string): Line => ({ isBad: false, text });
const bad = (text: string, ids: readonly string[] = []): Line => ({ isBad: true, text, ids });

function wrongOf(
  { failing, hidden, isShut }: Output<'health'>,
  intake: VerdictProps['intake'],
  when: VerdictProps['when'],
) {
  return [
    ...(isShut ? [bad(texts.isShut)] : []),
    ...(hidden[0] ? [bad(texts.keptOut(hidden.length, when(instant(hidden[0].since))))] : []),
    ...(failing
      ? [bad(texts.wrong(failing.issueIds.length, when(instant(failing.since)), failing.why), failing.issueIds)]
      : []),
    ...(intake?.failed ? [bad(texts.intakeFailed(intake.failed), intake.failedIds)] : []),
  ];
}
