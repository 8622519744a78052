import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import { type Duration, hours, type Instant, instant } from '@fettle/kernel/time';
import { formatDuration } from '@fettle/sla/domain/duration-words';
import { CountedIssues } from '../../jira/counted-issues';
import { ask, type Output } from '../../rpc/rpc';
import { lookedAt, shareDone } from '../intake-words';
import styles from './health.module.css';
import { texts } from './texts';

interface IntakeRowProps {
  readonly intake: Output<'intakeProgress'>;
  readonly now: Instant;
  readonly when: (at: Instant) => string;
  readonly isLicensed: boolean;
  readonly again: () => void;
}

/** How far the incidents that were there before are taken in, and the way to do it again. */
export function IntakeRow({ intake, now, when, isLicensed, again }: IntakeRowProps) {
  const { state } = intake;
  const share = shareDone(intake);
  const goesOn = state === 'running' || state === 'paused';
  return (
    <div className={styles.intake}>
      {goesOn && (
        <ProgressBar value={share ?? 0} isIndeterminate={share === undefined} ariaLabel={texts.rows.intake.name} />
      )}
      <span>{wordsOf(intake, now, when)}</span>
      {intake.failed > 0 && <CountedIssues words={texts.intake.failed(intake.failed)} ids={intake.failedIds} />}
      {!goesOn && (
        <Button spacing="compact" isDisabled={!isLicensed} onClick={() => void ask('startIntake', {}).finally(again)}>
          {texts.intake.again}
        </Button>
      )}
    </div>
  );
}

function wordsOf(intake: IntakeRowProps['intake'], now: Instant, when: IntakeRowProps['when']): string {
  const { state, done, of, rate, taken, endedAt, pausedUntil } = intake;
  if (state === 'none') return texts.intake.none;
  if (state === 'done') return texts.intake.done(taken, when(endedAt ? instant(endedAt) : now));
  const left = of !== undefined && rate > 0 ? ((((of - done) / rate) * hours(1)) as Duration) : undefined;
  return [
    lookedAt(intake),
    ...(left !== undefined && left > 0 ? [texts.intake.left(formatDuration(left))] : []),
    ...(state === 'paused' && pausedUntil ? [texts.intake.paused(when(instant(pausedUntil)))] : []),
  ].join(', ');
}
