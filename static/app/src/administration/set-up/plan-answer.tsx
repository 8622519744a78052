import type { SetUpPlan } from '@fettle/set-up/contract';
import { dayAndTime } from '../../ui/moments';
import { Notice } from '../../ui/notice';
import { driftTold } from './drift-texts';
import { isSettled } from './is-settled';
import styles from './set-up.module.css';
import { texts } from './texts';

/** In a sentence how the site stands to what Fettle needs. */
export function PlanAnswer({ plan, timeZone }: { readonly plan: SetUpPlan; readonly timeZone: string }) {
  const { applied, drift } = plan;
  const when = applied && dayAndTime(Date.parse(applied.at), timeZone);
  const promise = plan.changes === 0 && !applied ? texts.answer.readyText : texts.answer.plan;
  return (
    <header className={styles.answer}>
      <h2>{answerOf(plan, when)}</h2>
      <p>{countsOf(plan)}</p>
      {drift.length > 0 && <DriftList drift={drift} />}
      {!isSettled(plan) && <p>{promise}</p>}
    </header>
  );
}

function DriftList({ drift }: Pick<SetUpPlan, 'drift'>) {
  const told = drift.map((each) => driftTold(each));
  return (
    <Notice tone="warning" title={texts.answer.drift}>
      <ul className={styles.drift}>
        {told.map(({ what, means, todo }) => (
          <li key={what}>
            <strong>{what}</strong> {means} {todo}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function answerOf({ changes, drift, isGoneBy }: SetUpPlan, when: string | undefined): string {
  if (drift.length) return texts.answer.changed(drift.length);
  if (changes > 0) return texts.answer.changes(changes);
  if (when === undefined) return texts.answer.ready;
  return isGoneBy ? texts.answer.asSetUp(when) : texts.answer.otherMapping;
}

/** Every line of the plan once: those that make up the count of changes, and the rest. */
function countsOf({ items, changes, drift }: SetUpPlan): string {
  const count = (verdict: string, changing: boolean) =>
    items.filter((item) => item.verdict === verdict && (item.changes ?? false) === changing).length;
  const parts = texts.answer.parts(count('create', true), count('adopt', true), count('made', true));
  const rest = texts.answer.rest(count('adopt', false), count('made', false), count('leave', false));
  const owed = drift.length ? `${texts.answer.changes(changes)}: ${parts}` : parts;
  return [...(changes > 0 ? [owed] : []), ...(rest ? [rest] : [])].map((sentence) => `${sentence}.`).join(' ');
}
