import type { Choices } from './choices';
import { levelsOf, pausingStatuses, prioritiesOf } from './levels';
import type { PlanItem } from './plan';
import { incidentTypesOf, targetsOf } from './projects';
import type { SiteReading } from './reading';

/** How the app reads the site: by ids, whatever they are called. */
export interface Mapping {
  /** Those of every project that is taken in. */
  readonly incidentTypes: readonly string[];
  /** Absent where a field is left out: then the ticket's own priority counts as it is. */
  readonly impact: LevelMapping | undefined;
  readonly urgency: LevelMapping | undefined;
  /** P1 to P5. */
  readonly priorities: readonly string[];
  readonly pausing: readonly string[];
}

export interface LevelMapping {
  readonly field: string;
  /** Option id to level, 1 the highest. */
  readonly levels: Readonly<Record<string, 1 | 2 | 3>>;
}

export function mappingOf(items: readonly PlanItem[], reading: SiteReading, choices: Choices): Mapping {
  const targets = targetsOf(items);
  const taken = reading.projects.filter(
    ({ id }) => items.find((item) => item.id === `project:${id}`)?.verdict !== 'leave',
  );
  const common = targets.get('type:incident');
  const own = taken.flatMap((project) => incidentTypesOf(project, targets, reading));
  const level = (key: 'impact' | 'urgency') => {
    const field = reading.fields.find(({ id }) => id === targets.get(`field:${key}`));
    return field && { field: field.id, levels: levelsOf(field, choices.levels[key]) };
  };
  return {
    incidentTypes: [...new Set([...(common ? [common] : []), ...own])],
    impact: level('impact'),
    urgency: level('urgency'),
    priorities: prioritiesOf(reading, choices),
    pausing: pausingStatuses(reading, choices),
  };
}
