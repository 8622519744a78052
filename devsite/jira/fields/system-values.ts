import type { Named, Setup } from '../configuration/setup';
import { typesLike } from '../issue-types/types-like';
import { isDay } from '../jira-time';
import type { Json } from '../json';
import { may } from '../permissions/permissions';
import type { IssueRow } from '../schema';
import type { World } from '../world';
import { NUL_REFUSED } from './adf';
import { fitDocument, type Told, Unfit } from './custom-values';
import { keptLabels, unfitLabels } from './label-check';

/** The project, and the people in it, that a value is judged by. */
export interface Place {
  readonly world: World;
  readonly projectId: number;
  /** Who sets it. */
  readonly accountId: string;
  /** The type that the issue will have. */
  readonly typeId: number;
  /** The issue before; absent while it is being created. */
  readonly issue?: { readonly row: IssueRow };
}

/** What the changelog says of what is kept. */
export type Tell = (kept: Json, setup: Setup, world: World) => Told;

const none: Told = { id: null, text: null };

export const tellNamed =
  (things: (setup: Setup) => ReadonlyMap<number, Named>): Tell =>
  (kept, setup) =>
    kept === null ? none : { id: String(kept), text: things(setup).get(kept)?.name ?? null };

/** The thing that `{id}` or `{name}` stands for. */
export function named<Thing extends Named>(things: Iterable<Thing>, value: Json): Thing | undefined {
  const all = [...things];
  return value?.id === undefined
    ? all.find(({ name }) => name === value?.name)
    : all.find(({ id }) => String(id) === String(value.id));
}

export function keepNamed(things: Iterable<Named>, value: Json, words: string): number {
  const found = named(things, value);
  if (!found) throw new Unfit(words);
  return found.id;
}

export function keepSummary(value: Json): string {
  if (typeof value !== 'string') throw new Unfit('Operation value must be a string');
  if (value.trim() === '') throw new Unfit('You must specify a summary of the issue.');
  if (/[\r\n]/.test(value)) throw new Unfit('The summary is invalid because it contains newline characters.');
  if (value.includes('\0')) throw new Unfit(NUL_REFUSED);
  if (value.length > 255) throw new Unfit('Summary must be less than 255 characters.');
  return value.trim();
}

export function keepDocument(value: Json): string | null {
  return value === null ? null : JSON.stringify(fitDocument(value));
}

/** Labels as kept: each once, in alphabetical order. */
export function keepLabels(value: Json): string {
  const unfit = unfitLabels(value);
  if (unfit !== undefined) throw new Unfit(unfit);
  return JSON.stringify(keptLabels(value));
}

export function keepPerson(value: Json, { world }: Place): string | null {
  if (value === null) return null;
  const user = world.setup.users.get(value.accountId ?? value.id);
  if (!user?.active) throw new Unfit('The user specified does not exist.');
  return user.accountId;
}

export function keepAssignee(value: Json, place: Place): string | null {
  const unassigned = value === null || value.accountId === null;
  const assignee = unassigned ? null : keepPerson(value, place);
  if (assignee !== null && !may(place.world, assignee, 'ASSIGNABLE_USER', place.projectId))
    throw new Unfit(`User '${assignee}' cannot be assigned issues.`);
  return assignee;
}

export const tellPerson: Tell = (kept, setup) => ({
  id: kept,
  text: kept === null ? null : (setup.users.get(kept)?.displayName ?? null),
});

/** An issue that is there may only become what follows the same workflow at the same level; else it is to be moved. */
export function keepIssueType(value: Json, { world, projectId, issue }: Place): number {
  const project = world.setup.projects.get(projectId);
  const types = (project?.issueTypeIds ?? []).flatMap((id) => world.setup.issueTypes.get(id) ?? []);
  const wanted = keepNamed(types, value, 'Specify a valid issue type');
  const before = issue && world.setup.issueTypes.get(issue.row.type_id);
  if (project && before && wanted !== before.id && !typesLike(world, project, before).some(({ id }) => id === wanted))
    throw new Unfit('The issue type selected is invalid.');
  return wanted;
}

export function keepDay(value: Json): string | null {
  if (value === null) return null;
  if (!isDay(value)) throw new Unfit("Error parsing date string: expected the format 'yyyy-MM-dd'");
  return value;
}
