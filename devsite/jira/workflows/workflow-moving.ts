import type { Workflow, WorkflowTransition } from '../configuration/configuration';
import { type Told, toldValue } from '../fields/custom-values';
import { settableFields } from '../fields/settable-fields';
import { columnsOf } from '../issues/change';
import type { Issue } from '../issues/issue';
import { movedFields } from '../issues/moved-fields';
import type { Caller } from '../jira';
import { type Json, own } from '../json';
import type { World } from '../world';

/** An issue about to go through a transition, as the rules of its workflow look at it. */
export interface Moving {
  readonly world: World;
  /** As it stands. */
  readonly issue: Issue;
  /** With what was asked for on the transition's screen. */
  readonly changed: Issue;
  readonly transition: WorkflowTransition;
  readonly workflow: Workflow;
  readonly caller: Pick<Caller, 'kind' | 'accountId'>;
}

/** An issue as it would be after changes of its fields. */
export const withChanges = (issue: Issue, changes: ReadonlyMap<string, Json>): Issue => ({
  row: { ...issue.row, ...columnsOf(issue, changes) },
  custom: { ...issue.custom, ...Object.fromEntries([...changes].filter(([id]) => id.startsWith('customfield_'))) },
});

const nothing: Told = { id: null, text: null };

/** A field of an issue by id and in words. */
export function toldField(world: World, { row, custom }: Issue, id: string): Told {
  const system = id === 'status' ? movedFields.status : own(settableFields, id);
  const kept = system && row[system.column];
  if (system) return kept === null || kept === undefined ? nothing : system.tell(kept, world.setup, world);
  const field = world.setup.fields.get(id);
  return field ? toldValue(world.setup, field, custom[id]) : nothing;
}

/** What is kept of a field; null when it is empty. */
export function keptField({ row, custom }: Issue, id: string): Json {
  const system = Object.hasOwn(settableFields, id) ? settableFields[id] : undefined;
  const kept = system ? row[system.column] : custom[id];
  return kept === undefined || kept === '[]' || kept === '' ? null : kept;
}

export const listed = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

interface Step {
  readonly from: string;
  readonly to: string;
  readonly author: string;
}

/** The changes of status an issue went through, oldest first. */
export function stepsOf(world: World, { row }: Issue): readonly Step[] {
  const rows = world.database
    .sql('SELECT author, items_json FROM jira_history WHERE issue_id = ? ORDER BY at')
    .all<{ author: string; items_json: string }>(row.id);
  return rows.flatMap(({ author, items_json }) => {
    const items: Json[] = JSON.parse(items_json);
    const moved = items.find(({ fieldId }) => fieldId === 'status');
    return moved ? [{ from: String(moved.from), to: String(moved.to), author }] : [];
  });
}
