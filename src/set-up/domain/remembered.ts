import type { Mapping } from './mapping';
import type { PlanItem } from './plan';
import type { Named, SiteReading } from './reading';

/** What the app knew of the site when a plan was last carried out to its end; nothing before. */
export interface Remembered {
  /** By the plan's item, what stood for it then: it is known by its id from there on, whatever it is called since. */
  readonly things: Readonly<Record<string, Named>>;
  /** What people called the issue types, priorities and statuses of the mapping, by id. */
  readonly names: Readonly<Record<MappedKind, Readonly<Record<string, string>>>>;
  readonly mapping?: Mapping | undefined;
}

type MappedKind = 'issueTypes' | 'priorities' | 'statuses';

export const nothingRemembered: Remembered = { things: {}, names: { issueTypes: {}, priorities: {}, statuses: {} } };

/** What is worth knowing again, as people call it now. */
export function remember(
  items: readonly PlanItem[],
  { incidentTypes, priorities, pausing }: Mapping,
  reading: SiteReading,
): Pick<Remembered, 'things' | 'names'> {
  const names = (ids: readonly string[], things: readonly Named[]) =>
    Object.fromEntries(things.filter(({ id }) => ids.includes(id)).map(({ id, name }) => [id, name]));
  const known = items.filter(({ group }) => group !== 'projects');
  return {
    things: Object.fromEntries(
      known.flatMap(({ id, target }) => (target ? [[id, { id: target.id, name: target.name }]] : [])),
    ),
    names: {
      issueTypes: names(incidentTypes, reading.issueTypes),
      priorities: names(priorities, reading.priorities),
      statuses: names(pausing, reading.statuses),
    },
  };
}
