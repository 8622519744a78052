import type { Choices } from './choices';
import { nearlyCalled } from './near-names';
import type { Note, Offer, PlanGroup, PlanItem, Reason, Verdict } from './plan';
import type { Described, FieldReading, Named, SiteReading } from './reading';
import { nothingRemembered, type Remembered } from './remembered';
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
  /** What is not taken, and bears nearly its name. */
  readonly notes?: readonly Note[];
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
  const proposed = { id: wanted.id, group, name: wanted.name, notes: match.notes ?? [] };
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

function typeMatch(wanted: WantedType, { issueTypes }: SiteReading, before: Named | undefined): Match<Described> {
  const usable = issueTypes.filter(({ isSubtask, projectId }) => !isSubtask && projectId === undefined);
  const same = usable.filter((type) => bears(type, [wanted.name.toLowerCase()]));
  const known = usable.find(({ id }) => id === before?.id);
  const made = [known, ...same].find((type) => type && isOurs(type));
  const fitting = known ?? same.find((type) => type !== made) ?? usable.find((type) => bears(type, wanted.alsoCalled));
  const others = usable.filter((type) => type !== made && (made !== undefined || type !== fitting));
  const inTeams = issueTypes.some((type) => type.projectId !== undefined && bears(type, [wanted.name.toLowerCase()]));
  const reason = made || fitting ? reasonOf(wanted, { made, fitting, known }) : typeAbsent(inTeams);
  return { made, fitting: made ? undefined : fitting, others, taken: same.length > 0, reason };
}

const typeAbsent = (inTeams: boolean): Reason => ({ code: inTeams ? 'in-team-managed-only' : 'absent' });

interface Found {
  readonly made: Named | undefined;
  readonly fitting: Named | undefined;
  readonly known?: Named | undefined;
}

/** Why what was found is taken. */
function reasonOf({ name }: Wanted, { made, fitting, known }: Found): Reason {
  if (made) return { code: 'made-before' };
  if (fitting && bears(fitting, [name.toLowerCase()])) return { code: 'same-name' };
  return { code: fitting === known ? 'known-before' : 'other-name', ...(fitting && { of: fitting.name }) };
}

export const optionsOf = ({ contexts }: FieldReading) => contexts.flatMap(({ options }) => options);

function fieldMatch(wanted: WantedField, { fields }: SiteReading, before?: Named): Match<FieldReading> {
  const usable = fields.filter(({ projectId }) => projectId === undefined);
  const named = usable.filter((field) => bears(field, [wanted.name.toLowerCase()]));
  const fits = (field: FieldReading) => field.type === wanted.type && optionsOf(field).length >= wanted.leastOptions;
  const known = usable.find(({ id }) => id === before?.id);
  const isMade = (field: FieldReading) =>
    isOurs(field) && (field === known || [wanted.name, wanted.otherName].includes(field.name));
  const made = [known, ...usable].find((field) => field && isMade(field));
  const byName = [...named, ...usable.filter((field) => bears(field, wanted.alsoCalled))];
  const fitting = [known, ...byName].find((field) => field && field !== made && fits(field));
  const taken = made ?? fitting;
  const others = usable.filter((field) => field !== taken && fits(field));
  const reason = taken ? reasonOf(wanted, { made, fitting, known }) : fieldAbsent(wanted, named);
  const near = usable.filter((field) => field !== taken && field.name !== reason.of && !isOurs(field));
  return { made, fitting: made ? undefined : fitting, others, reason, notes: nearNotes(wanted, near, fits) };
}

function fieldAbsent(wanted: WantedField, [unfit]: readonly FieldReading[]): Reason {
  if (!unfit) return { code: 'absent' };
  return { code: unfit.type === wanted.type ? 'too-few-options' : 'other-shape', of: unfit.name };
}

/** Fields that somebody may take for ours, each with why it is not taken. */
const nearNotes = (
  { name, otherName, alsoCalled }: WantedField,
  fields: readonly FieldReading[],
  fits: (field: FieldReading) => boolean,
): readonly Note[] =>
  fields
    .filter((field) => nearlyCalled(field.name, [name, otherName, ...alsoCalled]))
    .map((field) => ({ code: fits(field) ? 'near-name-fits' : 'near-name', of: field.name }));

/** The name a field is made under: another one where a field that cannot be used bears the first. */
export const fieldName = ({ name, otherName }: WantedField, { fields }: SiteReading): string =>
  fields.some((field) => field.projectId === undefined && !isOurs(field) && bears(field, [name.toLowerCase()]))
    ? otherName
    : name;

function linkMatch(
  wanted: WantedLink,
  { linkTypes }: SiteReading,
  { things, making = [] }: Pick<Remembered, 'things' | 'making'>,
): Match<Named> {
  const same = (one: string, other: string) => one.trim().toLowerCase() === other.toLowerCase();
  const before = things[wanted.id];
  const known = linkTypes.find(({ id }) => id === before?.id);
  const found =
    known ??
    linkTypes.find(
      ({ name, inward, outward }) =>
        same(name, wanted.name) || (same(inward, wanted.inward) && same(outward, wanted.outward)),
    );
  const isMade = known ? before?.made === true : making.includes(wanted.id);
  const [made, fitting] = isMade ? [found, undefined] : [undefined, found];
  const others = linkTypes.filter((type) => type !== found);
  const reason = found ? reasonOf(wanted, { made, fitting, known }) : ({ code: 'absent' } as const);
  const taken = linkTypes.some(({ name }) => same(name, wanted.name));
  return { made, fitting, others, taken, reason };
}

/** The items that ask for one thing of the site each. */
export const thingItems = (
  reading: SiteReading,
  choices: Choices,
  { things, making }: Pick<Remembered, 'things' | 'making'> = nothingRemembered,
): readonly PlanItem[] => [
  ...wantedTypes.map((wanted) => itemOf(wanted, 'issue-types', typeMatch(wanted, reading, things[wanted.id]), choices)),
  ...wantedFields.map((wanted) => {
    const item = itemOf(wanted, 'fields', fieldMatch(wanted, reading, things[wanted.id]), choices);
    return item.verdict === 'create' ? { ...item, name: fieldName(wanted, reading) } : item;
  }),
  ...wantedLinks.map((wanted) => itemOf(wanted, 'links', linkMatch(wanted, reading, { things, making }), choices)),
];
