import ProgressBar from '@atlaskit/progress-bar';
import { useEffect } from 'react';
import { useCall } from '../../rpc/use-call';
import { dayAndTime } from '../../ui/moments';
import { lookedAt, shareDone } from '../intake-words';
import styles from './set-up.module.css';
import { texts } from './texts';

const between = 3_000;

/** How far the incidents that were open before are taken in; nothing where none ever were. */
export function IntakeProgress({ timeZone }: { readonly timeZone: string }) {
  const { answer, again } = useCall('intakeProgress', {});
  const intake = answer.state === 'ready' ? answer.value : undefined;
  const goesOn = intake?.state === 'running' || intake?.state === 'paused';

  useEffect(() => {
    if (!goesOn) return;
    const asking = setInterval(again, between);
    return () => clearInterval(asking);
  }, [goesOn, again]);

  if (!intake || intake.state === 'none') return null;
  const { state, done, taken, failed, pausedUntil } = intake;
  const share = shareDone(intake);
  return (
    <section className={styles.intake} aria-label={texts.intake.title}>
      <h3 className={styles.group}>{texts.intake.title}</h3>
      {goesOn && (
        <ProgressBar value={share ?? 0} isIndeterminate={share === undefined} ariaLabel={texts.intake.title} />
      )}
      <p>{state === 'done' ? texts.intake.done(done, taken) : lookedAt(intake)}</p>
      {state === 'paused' && pausedUntil && <p>{texts.intake.paused(dayAndTime(Date.parse(pausedUntil), timeZone))}</p>}
      {failed > 0 && <p>{texts.intake.failed(failed)}</p>}
    </section>
  );
}
