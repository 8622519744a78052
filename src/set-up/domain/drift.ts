import type { Condition } from '../../sla/domain/condition';
import { firstResponse, resolution } from '../../sla/domain/default-ids';
import type { Definition } from '../../sla/domain/definition';
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
    | 'new-incident-types'
    | 'type-without-clock'
    | 'status-without-pause';
  /** The name, or the id of what is gone. */
  readonly of: string;
  /** The service level that does not know it. */
  readonly in?: string;
}

interface Now {
  readonly reading: SiteReading;
  readonly plan: Plan;
  readonly configuration: { readonly definitions: readonly Definition[] };
}

/** How the site differs from what the app goes by since the plan was last carried out. */
export function driftOf(went: Mapping, goes: Mapping, { reading, plan, configuration }: Now): readonly Drift[] {
  const gone = (code: Drift['code'], ids: readonly string[], there: readonly { readonly id: string }[]) =>
    ids.filter((id) => !there.some((thing) => thing.id === id)).map((of) => ({ code, of }));
  const newTypes = goes.incidentTypes.filter((id) => !went.incidentTypes.includes(id));
  const owed = new Set(plan.stages.filter(({ state }) => state !== 'done').map(({ item }) => item));
  return [
    ...[...owed].map((of) => ({ code: 'owed-again' as const, of })),
    ...gone('type-gone', went.incidentTypes, reading.issueTypes),
    ...gone('priority-gone', [...new Set(went.priorities)], reading.priorities),
    ...gone('status-gone', went.pausing, reading.statuses),
    ...[went.impact, went.urgency].flatMap((level) => (level ? levelDrift(level, reading) : [])),
    ...newTypes.map((id) => ({ code: 'new-incident-types' as const, of: nameOf(id, reading.issueTypes) })),
    ...configuration.definitions.flatMap((definition) => definitionDrift(definition, went, reading)),
  ];
}

const nameOf = (id: string, things: readonly { readonly id: string; readonly name: string }[]): string =>
  things.find((thing) => thing.id === id)?.name ?? id;

function levelDrift({ field: id, levels }: LevelMapping, { fields }: SiteReading): readonly Drift[] {
  const field = fields.find((each) => each.id === id);
  if (!field) return [{ code: 'field-gone', of: id }];
  const unknown = optionsOf(field).filter((option) => levels[option.id] === undefined);
  return unknown.map(({ value }) => ({ code: 'options-without-level', of: `${field.name}: ${value}` }));
}

/** What somebody wrote into a service level of the set-up's keeps it from following what the set-up says. */
function definitionDrift(
  { id, name, scope, pause }: Definition,
  { incidentTypes, pausing }: Mapping,
  { issueTypes, statuses }: SiteReading,
): readonly Drift[] {
  const measured = namedOf('issuetype', [scope]);
  const paused =
    namedOf(
      'status',
      pause.map(({ condition }) => condition),
    ) ?? [];
  const unmeasured =
    measured && [firstResponse, resolution].includes(id)
      ? incidentTypes.filter((type) => !measured.includes(type))
      : [];
  const unpaused = id === resolution ? pausing.filter((status) => !paused.includes(status)) : [];
  return [
    ...unmeasured.map((type) => ({ code: 'type-without-clock' as const, of: nameOf(type, issueTypes), in: name })),
    ...unpaused.map((status) => ({ code: 'status-without-pause' as const, of: nameOf(status, statuses), in: name })),
  ];
}

/** The values of a field that conditions name; undefined where none names the field. */
function namedOf(field: string, conditions: readonly Condition[]): readonly string[] | undefined {
  const named = conditions.flatMap((condition) => valuesIn(condition, field));
  return named.length ? named : undefined;
}

function valuesIn(condition: Condition, field: string): readonly string[] {
  if (condition.op === 'in') return condition.field === field ? condition.values : [];
  return condition.op === 'all' || condition.op === 'any' ? condition.of.flatMap((one) => valuesIn(one, field)) : [];
}
