import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import type { SetUpPlan } from '@fettle/set-up/contract';
import { Refused } from '../../rpc/refused';
import { Notice } from '../../ui/notice';
import styles from './set-up.module.css';
import { texts } from './texts';
import { type Applying, useApplying } from './use-applying';

interface ApplyProps {
  readonly plan: SetUpPlan;
  readonly isLicensed: boolean;
  /** The site was changed. */
  readonly onChange: () => void;
}

/** The button that says what it will do, and how far it has come. */
export function Apply({ plan, isLicensed, onChange }: ApplyProps) {
  const { applying, start, stop } = useApplying(plan.writes.owed, onChange);
  return (
    <section className={styles.apply} aria-label={texts.applying.title}>
      {applying.state === 'running' ? (
        <Running {...applying} onStop={stop} />
      ) : (
        <Button appearance="primary" isDisabled={!isLicensed} onClick={() => start(plan.choices)}>
          {texts.apply(plan.writes.owed)}
        </Button>
      )}
      <div role="status">
        <Ended applying={applying} />
      </div>
    </section>
  );
}

type RunningProps = Extract<Applying, { state: 'running' }> & { readonly onStop: () => void };

function Running({ done, all, secondsLeft, onStop }: RunningProps) {
  const left = secondsLeft === undefined ? undefined : texts.applying.seconds(secondsLeft);
  return (
    <>
      <ProgressBar value={all ? done / all : 0} ariaLabel={texts.applying.title} />
      <p>{texts.applying.progress(done, all, left)}</p>
      <Button onClick={onStop}>{texts.applying.stop}</Button>
    </>
  );
}

function Ended({ applying }: { readonly applying: Applying }) {
  switch (applying.state) {
    case 'stopped':
      return <Notice tone="information" title={texts.applying.stopped} />;
    case 'finished':
      return (
        <Notice tone="information" title={texts.applying.finished}>
          {texts.applying.finishedText}
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="error" title={texts.applying.failed}>
          {texts.applying.failedText}
        </Notice>
      );
    case 'busy':
      return (
        <Notice tone="warning" title={texts.applying.busy}>
          {texts.applying.busyText}
        </Notice>
      );
    case 'stuck':
      return <Stuck stuck={applying.stuck} />;
    case 'refused':
      return <Refused code={applying.code} />;
    case 'refused-by-jira':
      return (
        <Notice tone="error" title={texts.applying.refused(applying.refused.stage)}>
          {texts.applying.refusedText(applying.refused.words)}
        </Notice>
      );
    default:
      return null;
  }
}

function Stuck({ stuck }: Pick<Extract<Applying, { state: 'stuck' }>, 'stuck'>) {
  return (
    <Notice tone="error" title={texts.applying.stuck}>
      <ul>
        {stuck.map((each) => (
          <li key={each.stage}>{texts.applying.stuckText(each.stage, each.for)}</li>
        ))}
      </ul>
      {texts.applying.stuckHelp}
    </Notice>
  );
}
