import type { LevelMapping, Mapping } from './mapping';
import { optionsOf } from './matching';
import type { SiteReading } from './reading';
import type { Plan } from './stages';

/** Something that is not as it was set up. */
export interface Drift {
  readonly code:
    | 'owed-again'
    | 'type-gone'
    | 'field-gone'
    | 'priority-gone'
    | 'status-gone'
    | 'options-without-level'
    | 'new-incident-types';
  /** The name, or the id of what is gone. */
  readonly of: string;
}

/** How the site differs from what the app goes by since the plan was last carried out. */
export function driftOf(went: Mapping, goes: Mapping, reading: SiteReading, { stages }: Plan): readonly Drift[] {
  const gone = (code: Drift['code'], ids: readonly string[], there: readonly { readonly id: string }[]) =>
    ids.filter((id) => !there.some((thing) => thing.id === id)).map((of) => ({ code, of }));
  const newTypes = goes.incidentTypes.filter((id) => !went.incidentTypes.includes(id));
  const owed = new Set(stages.filter(({ state }) => state !== 'done').map(({ item }) => item));
  return [
    ...[...owed].map((of) => ({ code: 'owed-again' as const, of })),
    ...gone('type-gone', went.incidentTypes, reading.issueTypes),
    ...gone('priority-gone', [...new Set(went.priorities)], reading.priorities),
    ...gone('status-gone', went.pausing, reading.statuses),
    ...[went.impact, went.urgency].flatMap((level) => (level ? levelDrift(level, reading) : [])),
    ...newTypes.map((id) => ({
      code: 'new-incident-types' as const,
      of: reading.issueTypes.find((type) => type.id === id)?.name ?? id,
    })),
  ];
}

function levelDrift({ field: id, levels }: LevelMapping, { fields }: SiteReading): readonly Drift[] {
  const field = fields.find((each) => each.id === id);
  if (!field) return [{ code: 'field-gone', of: id }];
  const unknown = optionsOf(field).filter((option) => levels[option.id] === undefined);
  return unknown.map(({ value }) => ({ code: 'options-without-level', of: `${field.name}: ${value}` }));
}
