import type { Instant } from '@fettle/kernel/time';
import type { Definition } from '@fettle/sla/domain/definition';
import { actionOf, type Escalations, type Step } from '@fettle/sla/domain/escalation';
import type { Names } from '@fettle/sla/domain/names';
import { texts } from './texts';

/** What was not told or done of a clock though a threshold was reached, and why, in sentences. */
export function notSent({ id, thresholds }: Definition, escalations: Escalations, names: Names): readonly string[] {
  const own = thresholds.flatMap(({ level, actions }) => actions.map((action, place) => ({ level, action, place })));
  return Object.entries(escalations).flatMap(([key, step]) => {
    const { definitionId, level: of, place } = actionOf(key);
    const found = own.find((one) => one.level === of && one.place === place);
    const why = whyOf(step);
    if (definitionId !== id || !found || !why) return [];
    const { level, action } = found;
    const what = action.kind === 'mail' ? texts.mailTo(texts.recipients[action.to]) : texts.acts[action.kind];
    return texts.notSentOf(what, texts.level(level), names.when(step.at as Instant), why);
  });
}

function whyOf({ state, late, why }: Step): string | undefined {
  const known = late ?? why;
  return state === 'skipped' && known ? texts.notSentWhy[known] : undefined;
}
