import type { Choices } from './choices';
import { levelsOf, pausingStatuses, prioritiesOf } from './levels';
import type { Mapping } from './mapping';
import type { PlanItem } from './plan';
import { incidentTypesOf, targetsOf } from './projects';
import type { SiteReading } from './reading';

/** As chosen, else as the app went by it before, else as it is proposed. */
export function mappingOf(
  items: readonly PlanItem[],
  reading: SiteReading,
  choices: Choices,
  before?: Mapping,
): Mapping {
  const targets = targetsOf(items);
  const taken = reading.projects.filter(
    ({ id }) => items.find((item) => item.id === `project:${id}`)?.verdict !== 'leave',
  );
  const common = targets.get('type:incident');
  const own = taken.flatMap((project) => incidentTypesOf(project, targets, reading));
  const level = (key: 'impact' | 'urgency') => {
    const field = reading.fields.find(({ id }) => id === targets.get(`field:${key}`));
    const known = before?.[key]?.field === field?.id ? before?.[key]?.levels : undefined;
    return field && { field: field.id, levels: levelsOf(field, choices.levels[key], known) };
  };
  return {
    incidentTypes: [...new Set([...(common ? [common] : []), ...own])],
    impact: level('impact'),
    urgency: level('urgency'),
    priorities: prioritiesOf(reading, choices, before),
    pausing: pausingStatuses(reading, choices, before),
  };
}
