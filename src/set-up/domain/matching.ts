import type { Choices } from './choices';
import type { Offer, PlanGroup, PlanItem, Reason, Verdict } from './plan';
import type { Described, FieldReading, Named, SiteReading } from './reading';
import {
  marker,
  type WantedField,
  type WantedLink,
  type WantedType,
  wantedFields,
  wantedLinks,
  wantedTypes,
} from './wish';

export const isOurs = ({ description }: Pick<Described, 'description'>): boolean => description.endsWith(marker);

const bears = (thing: Named, names: readonly string[]): boolean => names.includes(thing.name.trim().toLowerCase());

/** What is found of something wanted: the app's own, what bears its name and fits, what else fits, and what does not. */
export interface Match<Thing extends Named> {
  readonly made: Thing | undefined;
  readonly fitting: Thing | undefined;
  readonly others: readonly Thing[];
  /** Its name is another's, and Jira has no two by one name: none can be made. */
  readonly taken?: boolean;
  readonly reason: Reason;
}

interface Wanted {
  readonly id: string;
  readonly name: string;
}

function verdictOf({ made, fitting }: Match<Named>): Verdict {
  if (made) return 'made';
  return fitting ? 'adopt' : 'create';
}

/** The item as proposed, or as it was chosen to be. */
function itemOf(wanted: Wanted, group: PlanGroup, match: Match<Named>, { items }: Pick<Choices, 'items'>): PlanItem {
  const all = [match.made, match.fitting, ...match.others].filter((thing) => thing !== undefined);
  const proposed = { id: wanted.id, group, name: wanted.name, notes: [] };
  const chosen = items[wanted.id];
  const target = all.find(({ id }) => chosen === `adopt:${id}`);
  const offers = offersOf(all, match);
  if (target)
    return {
      ...proposed,
      verdict: target === match.made ? 'made' : 'adopt',
      target,
      reason: { code: 'chosen' },
      offers,
    };
  if (chosen?.startsWith('adopt:'))
    return { ...proposed, verdict: 'leave', reason: { code: 'not-there-any-more' }, offers };
  if (chosen === 'leave' || (chosen === 'create' && !match.made && !match.taken))
    return { ...proposed, verdict: chosen, reason: { code: 'chosen' }, offers };
  const kept = match.made ?? match.fitting;
  return { ...proposed, verdict: verdictOf(match), ...(kept && { target: kept }), reason: match.reason, offers };
}

const offersOf = (all: readonly Named[], { made, taken }: Match<Named>): readonly Offer[] => [
  ...all.map((thing) => ({
    choice: `adopt:${thing.id}`,
    target: { id: thing.id, name: thing.name },
    reason: { code: thing === made ? ('made-before' as const) : ('other-name' as const), of: thing.name },
  })),
  ...(made || taken ? [] : [{ choice: 'create', reason: { code: 'absent' as const } }]),
  { choice: 'leave', reason: { code: 'chosen' as const } },
];

function typeMatch(wanted: WantedType, { issueTypes }: SiteReading): Match<Described> {
  const usable = issueTypes.filter(({ isSubtask, projectId }) => !isSubtask && projectId === undefined);
  const same = usable.filter((type) => bears(type, [wanted.name.toLowerCase()]));
  const made = same.find(isOurs);
  const fitting = same.find((type) => type !== made) ?? usable.find((type) => bears(type, wanted.alsoCalled));
  const others = usable.filter((type) => type !== made && type !== fitting);
  const inTeams = issueTypes.some((type) => type.projectId !== undefined && bears(type, [wanted.name.toLowerCase()]));
  const reason = typeReason(made, fitting, wanted, inTeams);
  return { made, fitting: made ? undefined : fitting, others, taken: same.length > 0, reason };
}

function typeReason(made: Named | undefined, fitting: Named | undefined, wanted: WantedType, inTeams: boolean): Reason {
  if (made) return { code: 'made-before' };
  if (!fitting) return { code: inTeams ? 'in-team-managed-only' : 'absent' };
  return fitting.name === wanted.name ? { code: 'same-name' } : { code: 'other-name', of: fitting.name };
}

export const optionsOf = ({ contexts }: FieldReading) => contexts.flatMap(({ options }) => options);

export function fieldMatch(wanted: WantedField, { fields }: SiteReading): Match<FieldReading> {
  const usable = fields.filter(({ projectId }) => projectId === undefined);
  const named = usable.filter((field) => bears(field, [wanted.name.toLowerCase()]));
  const fits = (field: FieldReading) => field.type === wanted.type && optionsOf(field).length >= wanted.leastOptions;
  const made = usable.find((field) => isOurs(field) && [wanted.name, wanted.otherName].includes(field.name));
  const fitting = [...named, ...usable.filter((field) => bears(field, wanted.alsoCalled))].find(
    (field) => field !== made && fits(field),
  );
  const others = usable.filter((field) => field !== made && field !== fitting && fits(field));
  return { made, fitting: made ? undefined : fitting, others, reason: fieldReason(wanted, named, made, fitting) };
}

function fieldReason(
  wanted: WantedField,
  named: readonly FieldReading[],
  made: Named | undefined,
  fitting: Named | undefined,
): Reason {
  if (made) return { code: 'made-before' };
  if (fitting)
    return named.some(({ id }) => id === fitting.id) ? { code: 'same-name' } : { code: 'other-name', of: fitting.name };
  const [unfit] = named;
  if (!unfit) return { code: 'absent' };
  return { code: unfit.type === wanted.type ? 'too-few-options' : 'other-shape', of: unfit.name };
}

/** The name a field is made under: another one where a field that cannot be used bears the first. */
export const fieldName = ({ name, otherName }: WantedField, { fields }: SiteReading): string =>
  fields.some((field) => field.projectId === undefined && !isOurs(field) && bears(field, [name.toLowerCase()]))
    ? otherName
    : name;

function linkMatch(wanted: WantedLink, { linkTypes }: SiteReading): Match<Named> {
  const same = (one: string, other: string) => one.trim().toLowerCase() === other.toLowerCase();
  const fitting = linkTypes.find(
    ({ name, inward, outward }) =>
      same(name, wanted.name) || (same(inward, wanted.inward) && same(outward, wanted.outward)),
  );
  const others = linkTypes.filter((type) => type !== fitting);
  const reason: Reason = fitting
    ? { code: fitting.name === wanted.name ? 'same-name' : 'other-name', of: fitting.name }
    : { code: 'absent' };
  const taken = linkTypes.some(({ name }) => same(name, wanted.name));
  return { made: undefined, fitting, others, taken, reason };
}

/** The items that ask for one thing of the site each. */
export const thingItems = (reading: SiteReading, choices: Choices): readonly PlanItem[] => [
  ...wantedTypes.map((wanted) => itemOf(wanted, 'issue-types', typeMatch(wanted, reading), choices)),
  ...wantedFields.map((wanted) => {
    const item = itemOf(wanted, 'fields', fieldMatch(wanted, reading), choices);
    return item.verdict === 'create' ? { ...item, name: fieldName(wanted, reading) } : item;
  }),
  ...wantedLinks.map((wanted) => itemOf(wanted, 'links', linkMatch(wanted, reading), choices)),
];
