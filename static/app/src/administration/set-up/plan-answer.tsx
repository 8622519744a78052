import type { SetUpPlan } from '@fettle/set-up/contract';
import { dayAndTime } from '../../ui/moments';
import { Notice } from '../../ui/notice';
import styles from './set-up.module.css';
import { texts } from './texts';

/** In a sentence how the site stands to what Fettle needs. */
export function PlanAnswer({ plan, timeZone }: { readonly plan: SetUpPlan; readonly timeZone: string }) {
  const { applied, drift } = plan;
  const when = applied && dayAndTime(Date.parse(applied.at), timeZone);
  return (
    <header className={styles.answer}>
      <h2>{answerOf(plan, when)}</h2>
      {drift.length > 0 && (
        <Notice tone="warning" title={texts.answer.changed(drift.length)}>
          <ul>
            {drift.map((each) => (
              <li key={`${each.code} ${each.of}`}>{texts.drift(each)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p>{plan.writes.owed === 0 && !applied ? texts.answer.readyText : texts.answer.plan}</p>
    </header>
  );
}

function answerOf({ items, writes, drift }: SetUpPlan, when: string | undefined): string {
  if (when !== undefined && writes.owed === 0)
    return drift.length ? texts.answer.changed(drift.length) : texts.answer.asSetUp(when);
  if (writes.owed === 0) return texts.answer.ready;
  const count = (...verdicts: readonly string[]) => items.filter(({ verdict }) => verdicts.includes(verdict)).length;
  return texts.answer.differences(count('create'), count('adopt', 'made'), count('leave'));
}
