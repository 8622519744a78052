import type { CustomField } from '../configuration/setup';
import { changeIssue, columnsOf, writeRow } from '../issues/change';
import { type Issue, issueOf, issueRow } from '../issues/issue';
import type { Json } from '../json';
import { isAppBlocked } from '../permissions/app-access-rule';
import { refuse, refuseField } from '../refusal';
import type { Call } from '../route';
import type { World } from '../world';
import { keptValue, Unfit } from './custom-values';
import { fieldKey } from './field-shape';

/** A value for one field of the app, on several issues. */
export interface FieldUpdate {
  readonly field: string;
  readonly issueIds: readonly number[];
  readonly value: Json;
}

/** The app's own field of this id or key; no one else's can be written so. */
function ownField({ world, caller }: Call, idOrKey: string): CustomField {
  const field = [...world.setup.fields.values()].find(
    (each) => each.id === idOrKey || fieldKey(world, each) === idOrKey,
  );
  if (!field) throw refuse(404, `The custom field '${idOrKey}' was not found.`);
  if (field.appKey === undefined || caller.kind !== 'app' || caller.accountId !== world.appAccountId)
    throw refuse(403, 'Only the app that owns the custom field can update its values.');
  return field;
}

function kept(world: World, field: CustomField, value: Json, { row }: Issue): Json {
  try {
    const fit = keptValue(world.setup, field, value, { projectId: row.project_id, typeId: row.type_id });
    return field.type === 'datetime' && fit !== undefined ? wholeSeconds(fit) : fit;
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    throw refuseField(field.id, error.message);
  }
}

/** Jira ignores the milliseconds of what an app sets. */
const wholeSeconds = (at: number): number => Math.floor(at / 1_000) * 1_000;

function existing(world: World, id: number): Issue {
  const row = issueRow(world, String(id));
  if (!row) throw refuse(404, `The issue '${id}' was not found.`);
  if (isAppBlocked(world, row.project_id)) throw refuse(403, `An app access rule blocks the app from issue '${id}'.`);
  return issueOf(row);
}

/** Without a changelog the issue's `updated` stays and no event is sent: only the value changes. */
function quietly(world: World, issue: Issue, field: CustomField, value: Json): void {
  if (issue.custom[field.id] !== value) writeRow(world, issue, columnsOf(issue, new Map([[field.id, value]])));
}

/** Sets fields of the app; all of the updates or none. */
export function writeAppFields(call: Call, updates: readonly FieldUpdate[]): void {
  const { world, caller, query } = call;
  if (updates.length === 0) throw refuse(400, "The 'updates' must not be empty.");
  const withChangelog = query.boolean('generateChangelog', true);
  for (const update of updates) {
    const field = ownField(call, update.field);
    for (const issue of update.issueIds.map((id) => existing(world, id))) {
      const value = kept(world, field, update.value, issue);
      if (withChangelog) changeIssue(world, issue, caller.accountId, new Map([[field.id, value]]));
      else quietly(world, issue, field, value);
    }
  }
}
