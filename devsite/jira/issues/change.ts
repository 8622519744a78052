import { changedIssue } from '../events';
import { toldValue } from '../fields/custom-values';
import { type SettableField, settableFields } from '../fields/settable-fields';
import { type Json, own } from '../json';
import type { IssueRow } from '../schema';
import type { World } from '../world';
import type { ChangeItem } from './change-item';
import { keepChangeRows } from './change-rows';
import type { Issue } from './issue';
import { movedFields } from './moved-fields';

/** What is to be kept of each field from now on, by the field's id; undefined or null empties it. */
export type Changes = ReadonlyMap<string, Json>;

type Field = Pick<SettableField, 'name' | 'column' | 'tell' | 'members'>;

const systemField = (id: string): Field | undefined => own(movedFields, id) ?? own(settableFields, id);

/** What a field of several values came from and went to: each member that goes, then each that comes. */
function steps(members: (kept: Json) => readonly Json[], before: Json, kept: Json): readonly (readonly [Json, Json])[] {
  const [were, are] = [members(before), members(kept)];
  return [
    ...were.filter((one) => !are.includes(one)).map((one) => [one, null] as const),
    ...are.filter((one) => !were.includes(one)).map((one) => [null, one] as const),
  ];
}

function systemItems(world: World, { row }: Issue, id: string, kept: Json): readonly ChangeItem[] {
  const field = systemField(id);
  const before = field && row[field.column];
  if (!field || before === kept) return [];
  const told = field.members ? steps(field.members, before, kept) : [[before, kept] as const];
  return told.map(([was, is]) => systemItem(world, id, field, was, is));
}

function systemItem(world: World, id: string, field: Field, before: Json, kept: Json): ChangeItem {
  const from = field.tell(before, world.setup, world);
  const to = field.tell(kept, world.setup, world);
  return {
    field: field.name,
    fieldtype: 'jira',
    fieldId: id,
    from: from.id,
    fromString: from.text,
    to: to.id,
    toString: to.text,
  };
}

const same = (one: Json, other: Json): boolean =>
  one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));

function customItem(world: World, { custom }: Issue, id: string, kept: Json): ChangeItem | undefined {
  const field = world.setup.fields.get(id);
  const before = custom[id];
  if (!field || same(before, kept)) return undefined;
  const from = toldValue(world.setup, field, before);
  const to = toldValue(world.setup, field, kept);
  return {
    field: field.name,
    fieldtype: 'custom',
    fieldId: id,
    from: from.id,
    fromString: from.text,
    to: to.id,
    toString: to.text,
  };
}

const isCustom = (id: string): boolean => id.startsWith('customfield_');

const itemsOf = (world: World, issue: Issue, id: string, kept: Json): readonly ChangeItem[] =>
  isCustom(id) ? [customItem(world, issue, id, kept) ?? []].flat() : systemItems(world, issue, id, kept);

/** When the next history of an issue can stand: now, or a millisecond after the youngest. */
export const nextInstant = (world: World, { row }: Issue): number =>
  Math.max(world.clock.now(), row.last_history + 1, row.updated);

/** Writes columns of an issue's row; `changed` and whoever waits for changes are seen to. */
export function writeRow(world: World, issue: Issue, columns: Partial<IssueRow>): Issue {
  for (const tell of world.beforeChange) tell(issue.row.id);
  const written: Partial<IssueRow> = { ...columns, changed: world.clock.now() };
  const names = Object.keys(written);
  world.database
    .sql(`UPDATE jira_issue SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`)
    .run(...Object.values(written), issue.row.id);
  const row = { ...issue.row, ...written };
  return { row, custom: columns.custom_json === undefined ? issue.custom : JSON.parse(columns.custom_json) };
}

export function writeHistory(
  { database }: World,
  issueId: number,
  at: number,
  author: string,
  items: readonly ChangeItem[],
): void {
  database
    .sql('INSERT INTO jira_history (issue_id, at, author, items_json) VALUES (?, ?, ?, ?)')
    .run(issueId, at, author, JSON.stringify(items));
  keepChangeRows(database, issueId, { at, author, items });
}

/** The columns that follow from a change of status, resolution or key. */
function consequences(world: World, { row }: Issue, changes: Changes, at: number): Partial<IssueRow> {
  const categoryOf = (id: number) => world.setup.statuses.get(id)?.category;
  const moved = changes.has('status') && categoryOf(changes.get('status')) !== categoryOf(row.status_id);
  const resolution = changes.has('resolution') ? changes.get('resolution') : row.resolution_id;
  const resolved = (resolution === null) === (row.resolution_id === null) ? row.resolved : resolution && at;
  const number = changes.has('issuekey') && { number: Number(changes.get('issuekey').split('-').at(-1)) };
  return { ...(moved && { status_changed: at }), ...(changes.has('resolution') && { resolved }), ...number };
}

export function columnsOf({ custom }: Issue, changes: Changes): Partial<IssueRow> {
  const columns: Record<string, Json> = {};
  const values = { ...custom };
  for (const [id, kept] of changes) {
    const column = systemField(id)?.column;
    if (column) columns[column] = kept;
    else values[id] = kept;
  }
  return [...changes.keys()].some(isCustom) ? { ...columns, custom_json: JSON.stringify(values) } : columns;
}

/** What one history tells, and the columns that it leaves behind. */
interface Told {
  readonly items: readonly ChangeItem[];
  readonly columns?: (at: number) => Partial<IssueRow>;
  /** The event's own name in Jira, where it is not one of the usual. */
  readonly name?: string | undefined;
}

function tellWith(world: World, issue: Issue, actor: string, { items, columns, name }: Told): Issue {
  const at = nextInstant(world, issue);
  const after = writeRow(world, issue, { ...columns?.(at), updated: at, last_history: at });
  writeHistory(world, issue.row.id, at, actor, items);
  changedIssue(world, { before: issue, after, actor, at, items, ...(name !== undefined && { name }) });
  return after;
}

/** Writes a history of what stands in no column of the issue, and tells of it. Answers the issue as it then stands. */
export const tellItems = (world: World, issue: Issue, actor: string, items: readonly ChangeItem[]): Issue =>
  tellWith(world, issue, actor, { items });

/**
 * Changes fields of an issue in one history, and tells of it. What does not differ is left alone; nothing differs:
 * nothing happens. `name` is the event's own in Jira where it is not one of the usual. Answers the issue as it then stands.
 */
export function changeIssue(world: World, issue: Issue, actor: string, changes: Changes, name?: string): Issue {
  const items = [...changes].flatMap(([id, kept]) => itemsOf(world, issue, id, kept));
  if (items.length === 0) return issue;
  const columns = (at: number): Partial<IssueRow> => ({
    ...columnsOf(issue, changes),
    ...consequences(world, issue, changes, at),
  });
  return tellWith(world, issue, actor, { items, columns, name });
}
