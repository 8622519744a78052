import type { SetUpPlan } from '@fettle/set-up/contract';
import type { PlanGroup, PlanItem } from '@fettle/set-up/domain/plan';
import type { Decide } from './decide';
import { NewProjectForm } from './new-project-form';
import { PlanRow } from './plan-row';
import styles from './set-up.module.css';
import { texts } from './texts';

const groups = Object.keys(texts.groups) as readonly PlanGroup[];

/** A line for everything that is wanted: what is to become of it, and why. */
export function PlanList({ plan, decide }: { readonly plan: SetUpPlan; readonly decide: Decide }) {
  const { items, choices } = plan;
  const choose = (item: PlanItem, choice: string) =>
    decide({ ...choices, items: { ...choices.items, [item.id]: choice } });
  return groups.map((group) => {
    const rows = items.filter((item) => item.group === group);
    if (rows.length === 0) return null;
    return (
      <section key={group} aria-label={texts.groups[group]}>
        <h3 className={styles.group}>{texts.groups[group]}</h3>
        <ul className={styles.rows}>
          {rows.map((item) => (
            <PlanRow key={item.id} item={item} onChoose={(choice) => choose(item, choice)} />
          ))}
        </ul>
        {group === 'new-project' && wantsProject(rows) && <NewProjectForm plan={plan} decide={decide} />}
      </section>
    );
  });
}

const wantsProject = (rows: readonly PlanItem[]): boolean =>
  rows.some(({ verdict, reason }) => verdict === 'create' || reason.code === 'key-taken');
