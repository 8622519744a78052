import { isDocument, plainText } from './adf';
import { type Told, Unfit } from './custom-values';
import { isDay } from './jira-time';
import type { Json } from './json';
import { may } from './permissions';
import type { IssueRow } from './schema';
import type { Named, Setup } from './setup';
import type { World } from './world';

/** Where a field is being set: people may set different fields when they create, edit and transition. */
export type Screen = 'create' | 'edit' | 'transition';

/** The project, and the people in it, that a value is judged by. */
export interface Place {
  readonly world: World;
  readonly projectId: number;
}

/** A system field that calls can set, kept in a column of the issue's row. */
export interface SettableField {
  readonly name: string;
  readonly column: keyof IssueRow;
  readonly screens: readonly Screen[];
  /** What the caller must hold beside the permission of the call. */
  readonly permission?: string;
  /** Answers what the column takes, or throws `Unfit`. */
  readonly keep: (value: Json, place: Place) => string | number | null;
  readonly tell: (kept: Json, setup: Setup) => Told;
}

const none: Told = { id: null, text: null };

const everywhere: readonly Screen[] = ['create', 'edit', 'transition'];

const tellNamed =
  (things: (setup: Setup) => ReadonlyMap<number, Named>): SettableField['tell'] =>
  (kept, setup) =>
    kept === null ? none : { id: String(kept), text: things(setup).get(kept)?.name ?? null };

/** The thing that `{id}` or `{name}` stands for. */
export function named<Thing extends Named>(things: Iterable<Thing>, value: Json): Thing | undefined {
  const all = [...things];
  return value?.id === undefined
    ? all.find(({ name }) => name === value?.name)
    : all.find(({ id }) => String(id) === String(value.id));
}

function keepNamed(things: Iterable<Named>, value: Json, words: string): number {
  const found = named(things, value);
  if (!found) throw new Unfit(words);
  return found.id;
}

function keepSummary(value: Json): string {
  if (typeof value !== 'string') throw new Unfit('Operation value must be a string');
  if (value.trim() === '') throw new Unfit('You must specify a summary of the issue.');
  if (/[\r\n]/.test(value)) throw new Unfit('The summary is invalid because it contains newline characters.');
  if (value.length > 255) throw new Unfit('Summary must be less than 255 characters.');
  return value.trim();
}

function keepDocument(value: Json): string | null {
  if (value === null) return null;
  if (isDocument(value)) return JSON.stringify(value);
  throw new Unfit('Operation value must be an Atlassian Document (see the Atlassian Document Format)');
}

/** Labels as kept: each once, in alphabetical order. */
export function keepLabels(value: Json): string {
  if (!Array.isArray(value) || value.some((label) => typeof label !== 'string'))
    throw new Unfit('data was not an array');
  const spaced = value.find((label) => /\s/.test(label));
  if (spaced !== undefined) throw new Unfit(`The label '${spaced}' contains spaces which is invalid.`);
  const long = value.find((label) => label.length > 255);
  if (long !== undefined) throw new Unfit(`The label '${long}' exceeds the maximum length of 255 characters.`);
  return JSON.stringify([...new Set(value)].sort());
}

function keepPerson(value: Json, { world }: Place): string | null {
  if (value === null) return null;
  const user = world.setup.users.get(value.accountId ?? value.id);
  if (!user?.active) throw new Unfit('The user specified does not exist.');
  return user.accountId;
}

function keepAssignee(value: Json, place: Place): string | null {
  const unassigned = value === null || value.accountId === null;
  const assignee = unassigned ? null : keepPerson(value, place);
  if (assignee !== null && !may(place.world, assignee, 'ASSIGNABLE_USER', place.projectId))
    throw new Unfit(`User '${assignee}' cannot be assigned issues.`);
  return assignee;
}

const tellPerson: SettableField['tell'] = (kept, setup) => ({
  id: kept,
  text: kept === null ? null : (setup.users.get(kept)?.displayName ?? null),
});

function keepIssueType(value: Json, { world, projectId }: Place): number {
  const allowed = world.setup.projects.get(projectId)?.issueTypeIds ?? [];
  const types = allowed.flatMap((id) => world.setup.issueTypes.get(id) ?? []);
  return keepNamed(types, value, 'Specify a valid issue type');
}

function keepDay(value: Json): string | null {
  if (value === null) return null;
  if (!isDay(value)) throw new Unfit("Error parsing date string: expected the format 'yyyy-MM-dd'");
  return value;
}

export const settableFields: Readonly<Record<string, SettableField>> = {
  summary: {
    name: 'summary',
    column: 'summary',
    screens: everywhere,
    keep: keepSummary,
    tell: (kept) => ({ id: null, text: kept }),
  },
  issuetype: {
    name: 'issuetype',
    column: 'type_id',
    screens: ['create', 'edit'],
    keep: keepIssueType,
    tell: tellNamed(({ issueTypes }) => issueTypes),
  },
  priority: {
    name: 'priority',
    column: 'priority_id',
    screens: everywhere,
    keep: (value, { world }) => keepNamed(world.setup.priorities.values(), value, 'The priority selected is invalid.'),
    tell: tellNamed(({ priorities }) => priorities),
  },
  resolution: {
    name: 'resolution',
    column: 'resolution_id',
    screens: ['transition'],
    permission: 'RESOLVE_ISSUES',
    keep: (value, { world }) =>
      keepNamed(world.setup.resolutions.values(), value, 'The resolution selected is invalid.'),
    tell: tellNamed(({ resolutions }) => resolutions),
  },
  assignee: {
    name: 'assignee',
    column: 'assignee',
    screens: everywhere,
    permission: 'ASSIGN_ISSUES',
    keep: keepAssignee,
    tell: tellPerson,
  },
  reporter: {
    name: 'reporter',
    column: 'reporter',
    screens: everywhere,
    permission: 'MODIFY_REPORTER',
    keep: keepPerson,
    tell: tellPerson,
  },
  labels: {
    name: 'labels',
    column: 'labels_json',
    screens: everywhere,
    keep: keepLabels,
    tell: (kept) => ({ id: null, text: JSON.parse(kept).join(' ') }),
  },
  description: {
    name: 'description',
    column: 'description_json',
    screens: everywhere,
    keep: keepDocument,
    tell: (kept) => ({ id: null, text: kept === null ? null : plainText(JSON.parse(kept)) }),
  },
  duedate: {
    name: 'duedate',
    column: 'due_date',
    screens: everywhere,
    permission: 'SCHEDULE_ISSUES',
    keep: keepDay,
    tell: (kept) => ({ id: kept, text: kept === null ? null : `${kept} 00:00:00.0` }),
  },
};

/** How a change of status stands in the changelog; only a transition makes one. */
export const tellStatus = tellNamed(({ statuses }) => statuses);
