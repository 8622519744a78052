import type { Mapping } from './mapping';
import type { PlanItem } from './plan';
import type { Named, SiteReading } from './reading';

/** What the app knew of the site when a plan was last carried out to its end; nothing before. */
export interface Remembered {
  /** By the plan's item, what stood for it then: it is known by its id from there on, whatever it is called since. */
  readonly things: Readonly<Record<string, KnownThing>>;
  /** What people called the issue types, priorities and statuses of the mapping, by id. */
  readonly names: Readonly<Record<MappedKind, Readonly<Record<string, string>>>>;
  readonly mapping?: Mapping | undefined;
  /** Items of the plan whose link types were about to be made, since it was last carried out to its end. */
  readonly making?: readonly string[] | undefined;
}

/** `made`: by the app, where the thing itself cannot say so. */
export interface KnownThing extends Named {
  readonly made?: true;
}

type MappedKind = 'issueTypes' | 'priorities' | 'statuses';

export const nothingRemembered: Remembered = { things: {}, names: { issueTypes: {}, priorities: {}, statuses: {} } };

/** The link types that the plan makes: they bear no mark, so that they have to be known before they are there. */
export const aboutToMake = (items: readonly PlanItem[]): readonly string[] =>
  items.flatMap(({ id, group, verdict }) => (group === 'links' && verdict === 'create' ? [id] : []));

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
      known.flatMap(({ id, target, group, verdict }) => {
        const made = group === 'links' && verdict === 'made' && { made: true as const };
        return target ? [[id, { id: target.id, name: target.name, ...made }]] : [];
      }),
    ),
    names: {
      issueTypes: names(incidentTypes, reading.issueTypes),
      priorities: names(priorities, reading.priorities),
      statuses: names(pausing, reading.statuses),
    },
  };
}
