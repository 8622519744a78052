import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import type { SetUpPlan } from '@fettle/set-up/contract';
import { Refused } from '../../rpc/refused';
import { Notice } from '../../ui/notice';
import { isSettled } from './is-settled';
import styles from './set-up.module.css';
import { stageCalled } from './stage-texts';
import { texts } from './texts';
import { type Applying, useApplying } from './use-applying';

interface ApplyProps {
  readonly plan: SetUpPlan;
  readonly isLicensed: boolean;
  /** The site was changed. */
  readonly onChange: () => void;
}

/** The button that says what it will do, and how far it has come; none where there is nothing to do. */
export function Apply({ plan, isLicensed, onChange }: ApplyProps) {
  const { applying, start, stop } = useApplying(plan, onChange);
  const settled = isSettled(plan);
  return (
    <section className={styles.apply} aria-label={texts.applying.title}>
      {applying.state === 'running' && <Running {...applying} onStop={stop} />}
      {applying.state !== 'running' && !settled && (
        <Button appearance="primary" isDisabled={!isLicensed} onClick={start}>
          {texts.apply(plan.changes)}
        </Button>
      )}
      {applying.state === 'idle' && settled && <p className={styles.why}>{texts.nothingToApply}</p>}
      <div role="status">
        <Ended applying={applying} items={plan.items} />
      </div>
    </section>
  );
}

type RunningProps = Extract<Applying, { state: 'running' }> & { readonly onStop: () => void };

function Running({ done, all, share, secondsLeft, onStop }: RunningProps) {
  const left = secondsLeft === undefined ? undefined : texts.applying.seconds(secondsLeft);
  return (
    <>
      <ProgressBar value={share} ariaLabel={texts.applying.title} />
      <p>{texts.applying.progress(done, all, left)}</p>
      <Button onClick={onStop}>{texts.applying.stop}</Button>
    </>
  );
}

interface EndedProps {
  readonly applying: Applying;
  readonly items: SetUpPlan['items'];
}

function Ended({ applying, items }: EndedProps) {
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
      return <Stuck stuck={applying.stuck} items={items} />;
    case 'refused':
      return <Refused code={applying.code} />;
    case 'refused-by-jira':
      return (
        <Notice tone="error" title={texts.applying.refused(stageCalled(applying.refused.stage, items))}>
          {texts.applying.refusedText(applying.refused.words)}
        </Notice>
      );
    default:
      return null;
  }
}

type StuckProps = Pick<Extract<Applying, { state: 'stuck' }>, 'stuck'> & Pick<EndedProps, 'items'>;

function Stuck({ stuck, items }: StuckProps) {
  return (
    <Notice tone="error" title={texts.applying.stuck}>
      <ul>
        {stuck.map((each) => (
          <li key={each.stage}>{stuckText(each, items)}</li>
        ))}
      </ul>
      {texts.applying.stuckHelp}
    </Notice>
  );
}

function stuckText({ stage, for: on }: StuckProps['stuck'][number], items: EndedProps['items']): string {
  const called = stageCalled(stage, items);
  return on === 'jira' ? texts.applying.notShown(called) : texts.applying.waits(called, stageCalled(on, items));
}
