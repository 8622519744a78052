import type { Condition } from '../../sla/domain/condition';
import { firstResponse, resolution } from '../../sla/domain/default-ids';
import type { Definition } from '../../sla/domain/definition';
import type { Mapping } from './mapping';
import type { Named, SiteReading } from './reading';

interface Unknown {
  readonly code: 'type-without-clock' | 'status-without-pause';
  readonly of: string;
  /** The service level that does not know it. */
  readonly in: string;
}

/** What somebody wrote into a service level of the set-up's keeps it from following what the set-up says. */
export function definitionDrift(
  { id, name, scope, pause }: Definition,
  { incidentTypes, pausing }: Mapping,
  { issueTypes, statuses }: SiteReading,
): readonly Unknown[] {
  const measured = namedOf('issuetype', [scope]);
  const paused =
    namedOf(
      'status',
      pause.map(({ condition }) => condition),
    ) ?? [];
  const isOurs = [firstResponse, resolution].includes(id);
  const unmeasured = measured && isOurs ? incidentTypes.filter((type) => !measured.includes(type)) : [];
  const unpaused = id === resolution ? pausing.filter((status) => !paused.includes(status)) : [];
  return [
    ...present(unmeasured, issueTypes).map((of) => ({ code: 'type-without-clock' as const, of, in: name })),
    ...present(unpaused, statuses).map((of) => ({ code: 'status-without-pause' as const, of, in: name })),
  ];
}

/** Names of those that are there: of one that is gone, that alone is told. */
const present = (ids: readonly string[], things: readonly Named[]): readonly string[] =>
  things.filter(({ id }) => ids.includes(id)).map(({ name }) => name);

/** The values of a field that conditions name; undefined where none names the field. */
function namedOf(field: string, conditions: readonly Condition[]): readonly string[] | undefined {
  const named = conditions.flatMap((condition) => valuesIn(condition, field));
  return named.length ? named : undefined;
}

function valuesIn(condition: Condition, field: string): readonly string[] {
  if (condition.op === 'in') return condition.field === field ? condition.values : [];
  return condition.op === 'all' || condition.op === 'any' ? condition.of.flatMap((one) => valuesIn(one, field)) : [];
}
