import type { Definition } from '../../sla/domain/definition';
import { type Cause, causesOf } from './causes';
import { definitionDrift } from './definition-drift';
import type { LevelMapping, Mapping } from './mapping';
import { optionsOf } from './matching';
import type { PlanItem } from './plan';
import type { Named, SiteReading } from './reading';
import type { Remembered } from './remembered';
import type { Plan } from './stages';
import { wantedFields } from './wish';

/** What becomes of something that is gone, if the plan is applied as it stands. */
export type Mend =
  | { readonly code: 'made-anew' }
  | { readonly code: 'replaced'; readonly by: string }
  /** Nothing takes its place unless the admin chooses. */
  | { readonly code: 'to-be-chosen' };

/** Something that is not as it was set up: one for each cause, by names that people know. */
export type Drift =
  /** `item`: what it is to the plan, `field:impact`, by which the page knows what hangs on it. */
  | { readonly code: 'thing-gone'; readonly of: string; readonly item: string; readonly mend: Mend }
  /** `parts`: ends of stages, `workflow`; `of` the item that they belong to. */
  | { readonly code: 'parts-gone'; readonly of: string; readonly item: string; readonly parts: readonly string[] }
  | { readonly code: 'fields-off-screens'; readonly of: string; readonly fields: readonly string[] }
  | { readonly code: 'types-out-of-project'; readonly of: string }
  /** Without a name where the app never learnt it. */
  | { readonly code: 'type-gone' | 'status-gone'; readonly of: string | undefined }
  /** `levels`: those it stood for, 1 for P1. */
  | { readonly code: 'priority-gone'; readonly of: string | undefined; readonly levels: readonly number[] }
  | { readonly code: 'options-without-level'; readonly of: string; readonly options: readonly string[] }
  | { readonly code: 'new-incident-types'; readonly of: string }
  | { readonly code: 'type-without-clock' | 'status-without-pause'; readonly of: string; readonly in: string };

interface Now {
  readonly reading: SiteReading;
  readonly plan: Plan;
  /** What the app would go by if the plan were applied as it stands. */
  readonly goes: Mapping;
  readonly configuration: { readonly definitions: readonly Definition[] };
}

/** How the site differs from what the app goes by since the plan was last carried out. */
export function driftOf(went: Mapping, remembered: Pick<Remembered, 'things' | 'names'>, now: Now): readonly Drift[] {
  const { reading, goes, configuration } = now;
  const causes = causesOf(now.plan.stages);
  const things = goneThings(knownThings(went, remembered), causes, now);
  const told = things.flatMap(({ item }) => remembered.things[item]?.id ?? []);
  const replaced = things.some(({ item }) => item === 'type:incident');
  const newTypes = goes.incidentTypes.filter((id) => !went.incidentTypes.includes(id) && !replaced);
  return [
    ...things,
    ...causes.flatMap((cause) => (things.some(({ item }) => item === cause.item) ? [] : lacking(cause, now))),
    ...gone(went.incidentTypes, reading.issueTypes)
      .filter((id) => !told.includes(id))
      .map((id) => ({ code: 'type-gone' as const, of: remembered.names.issueTypes[id] })),
    ...gone([...new Set(went.priorities)], reading.priorities).map((id) => ({
      code: 'priority-gone' as const,
      of: remembered.names.priorities[id],
      levels: went.priorities.flatMap((known, place) => (known === id ? [place + 1] : [])),
    })),
    ...gone(went.pausing, reading.statuses).map((id) => ({
      code: 'status-gone' as const,
      of: remembered.names.statuses[id],
    })),
    ...[went.impact, went.urgency].flatMap((level) => (level ? optionDrift(level, reading) : [])),
    ...newTypes.map((id) => ({
      code: 'new-incident-types' as const,
      of: reading.issueTypes.find((type) => type.id === id)?.name ?? '',
    })),
    ...configuration.definitions.flatMap((definition) => definitionDrift(definition, went, reading)),
  ];
}

const gone = (ids: readonly string[], there: readonly Named[]): readonly string[] =>
  ids.filter((id) => !there.some((thing) => thing.id === id));

/** What the app goes by, the fields of the mapping where nothing else is remembered of them. */
function knownThings({ impact, urgency }: Mapping, { things }: Pick<Remembered, 'things'>): Remembered['things'] {
  const field = (item: string, level: LevelMapping | undefined) => {
    const name = wantedFields.find(({ id }) => id === item)?.name ?? '';
    return level ? { [item]: { id: level.field, name } } : {};
  };
  return { ...field('field:impact', impact), ...field('field:urgency', urgency), ...things };
}

type GoneThing = Extract<Drift, { code: 'thing-gone' }>;

/** Each thing of the plan that is to be made again, or whose place another takes, or none. */
function goneThings(
  before: Remembered['things'],
  causes: readonly Cause[],
  { plan, reading }: Now,
): readonly GoneThing[] {
  return plan.items.flatMap((item) => {
    const known = before[item.id];
    const isGone = known && !thereOf(item, reading).some(({ id }) => id === known.id);
    const isThing = item.group !== 'new-project';
    const isMissed = isThing && item.verdict === 'create' && causes.some((cause) => cause.item === item.id);
    if (!isGone && !isMissed) return [];
    return [{ code: 'thing-gone' as const, of: known?.name ?? item.name, item: item.id, mend: mendOf(item) }];
  });
}

/** Ids are told apart within a kind alone. */
function thereOf({ group }: PlanItem, { issueTypes, fields, linkTypes, projects }: SiteReading): readonly Named[] {
  if (group === 'issue-types') return issueTypes;
  if (group === 'fields') return fields;
  return group === 'links' ? linkTypes : projects;
}

function mendOf({ verdict, target }: PlanItem): Mend {
  if (verdict === 'create') return { code: 'made-anew' };
  return target ? { code: 'replaced', by: target.name } : { code: 'to-be-chosen' };
}

/** What is owed to a thing that is there. */
function lacking({ item: id, parts }: Cause, { plan, reading }: Now): readonly Drift[] {
  const item = plan.items.find((each) => each.id === id);
  const of = item?.target?.name ?? item?.name;
  if (of === undefined || item?.verdict === 'create') return [];
  const isField = (part: string) => wantedFields.some((field) => field.id === part);
  const isTypes = (part: string) => part.endsWith(':types');
  const fields = parts.filter(isField).map((part) => fieldCalled(part, plan, reading));
  const others = parts.filter((part) => !isField(part) && !isTypes(part));
  return [
    ...(fields.length ? [{ code: 'fields-off-screens' as const, of, fields }] : []),
    ...(parts.some(isTypes) ? [{ code: 'types-out-of-project' as const, of }] : []),
    ...(others.length ? [{ code: 'parts-gone' as const, of, item: id, parts: others }] : []),
  ];
}

function fieldCalled(id: string, { items }: Plan, { fields }: SiteReading): string {
  const item = items.find((each) => each.id === id);
  return fields.find((field) => field.id === item?.target?.id)?.name ?? item?.name ?? '';
}

function optionDrift({ field: id, levels }: LevelMapping, { fields }: SiteReading): readonly Drift[] {
  const field = fields.find((each) => each.id === id);
  const unknown = field ? optionsOf(field).filter((option) => levels[option.id] === undefined) : [];
  if (!field || !unknown.length) return [];
  return [{ code: 'options-without-level', of: field.name, options: unknown.map(({ value }) => value) }];
}
