import { type Instant, seconds } from '../kernel/time';
import type { Applied } from '../set-up/contract';
import type { Choices } from '../set-up/domain/choices';
import type { SiteReading } from '../set-up/domain/reading';
import { nothingRemembered, type Remembered } from '../set-up/domain/remembered';
import { type Plan, planOf } from '../set-up/domain/stages';
import type { SiteAdmin } from '../set-up/ports';

/** How long a call goes on with the next write: a function has 25 seconds. */
const patience = seconds(10);

/** What a call begins from. */
interface Beginning {
  readonly began: Instant;
  readonly reading: SiteReading;
  readonly choices: Choices;
  readonly remembered?: Remembered;
}

export interface Outcome {
  readonly reading: SiteReading;
  readonly plan: Plan;
  readonly applied: Applied;
}

/**
 * One write after the other, at least one where any is owed; what it touched is read again before the next, so that the
 * site has the last word. A write that the site does not show ends the call: it is never made twice in one.
 */
export async function carryOut(
  admin: SiteAdmin,
  { began, reading: first, choices, remembered = nothingRemembered }: Beginning,
  now: () => Instant,
): Promise<Outcome> {
  const carriedOut: string[] = [];
  const made = new Set<string>();
  let reading = first;
  for (;;) {
    const plan = planOf(reading, choices, remembered);
    const applied: Applied = { ...owedBy(plan), carriedOut, finished: false };
    const next = plan.stages.find(({ state }) => state === 'owed');
    if (next?.state !== 'owed') return { reading, plan, applied: { ...applied, ...stuckOf(plan) } };
    if (made.has(JSON.stringify(next.step)))
      return { reading, plan, applied: { ...applied, stuck: [{ stage: next.id, for: 'jira' }] } };
    if (carriedOut.length > 0 && now() - began > patience) return { reading, plan, applied };
    const taken = await admin.carryOut(next.step);
    if (!taken.ok) return { reading, plan, applied: { ...applied, refused: { stage: next.id, ...taken.reason } } };
    made.add(JSON.stringify(next.step));
    carriedOut.push(next.id);
    reading = await admin.readAgain(reading, next.step);
  }
}

/** What is left to do, as people count it and as Jira does. */
export const owedBy = ({ stages, items }: Plan): Pick<Applied, 'changes' | 'writes'> => ({
  changes: items.filter(({ changes }) => changes).length,
  writes: { all: stages.length, owed: stages.filter(({ state }) => state !== 'done').length },
});

/** What waits though nothing is owed: it waits for ever. */
function stuckOf({ stages }: Plan): Pick<Applied, 'stuck'> {
  const stuck = stages.flatMap((stage) => (stage.state === 'waiting' ? [{ stage: stage.id, for: stage.for }] : []));
  return stuck.length ? { stuck } : {};
}
