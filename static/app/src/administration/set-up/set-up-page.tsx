import type { SetUpPlan } from '@fettle/set-up/contract';
import type { Choices } from '@fettle/set-up/domain/choices';
import { useState } from 'react';
import type { Host } from '../../host';
import { Loaded } from '../../rpc/loaded';
import { useCall } from '../../rpc/use-call';
import { PageFrame } from '../../ui/page-frame';
import { Apply } from './apply';
import { IntakeProgress } from './intake-progress';
import { MappingForm } from './mapping-form';
import { PlanAnswer } from './plan-answer';
import { PlanList } from './plan-list';
import { RemovalSection } from './removal-section';
import styles from './set-up.module.css';
import { texts } from './texts';

/** The plan of differences between the site and what Fettle needs, to be decided and applied. */
export function SetUpPage({ host }: { readonly host: Host }) {
  const [choices, setChoices] = useState<Choices>();
  const plan = useCall('planSetUp', choices ? { choices } : {});
  const shown = useLatest(plan.answer.state === 'ready' ? plan.answer.value : undefined);

  return (
    <main className={styles.page} aria-label={texts.page}>
      <Loaded
        of={shown && plan.answer.state === 'loading' ? { ...plan, answer: ready(shown) } : plan}
        frame={<PageFrame rows={10} />}
      >
        {(value) => (
          <>
            <PlanAnswer plan={value} timeZone={host.timeZone} />
            <IntakeProgress key={value.applied?.at} timeZone={host.timeZone} />
            <PlanList plan={value} decide={setChoices} />
            <MappingForm plan={value} decide={setChoices} />
            <Apply plan={value} isLicensed={host.isLicensed} onChange={plan.again} />
            <RemovalSection onRemoved={plan.again} />
          </>
        )}
      </Loaded>
    </main>
  );
}

/** The last plan stays while the next is asked for. */
function useLatest(plan: SetUpPlan | undefined): SetUpPlan | undefined {
  const [latest, setLatest] = useState(plan);
  if (plan && plan !== latest) setLatest(plan);
  return plan ?? latest;
}

const ready = (value: SetUpPlan) => ({ state: 'ready', value, stale: false }) as const;
