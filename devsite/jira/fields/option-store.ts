import type { FieldContext, Option } from '../configuration/configuration';
import { configure } from '../configuration/configure';
import type { CustomField } from '../configuration/setup';
import { refuse } from '../refusal';
import type { Call } from '../route';
import type { IssueRow } from '../schema';
import type { World } from '../world';
import { type ContextOfField, calledContext } from './field-context-store';
import { hasOptions } from './field-types';

/** The context a call is about, whose field has options that admins make. */
export function calledChoice(call: Call): ContextOfField {
  const called = calledContext(call);
  if (!hasOptions(called.field.type)) throw refuse(400, 'The custom field does not have options.');
  return called;
}

export function optionIn({ options }: FieldContext, id: number): Option {
  const option = options.find((each) => each.id === id);
  if (!option) throw refuse(404, `The option with ID ${id} was not found in the context.`);
  return option;
}

/** Keeps the options of a context in this order. */
export function keepOrder(world: World, optionIds: readonly number[]): void {
  optionIds.forEach((id, position) => {
    world.database.sql('UPDATE jira_option SET position = ? WHERE id = ?').run(position, id);
  });
  world.reloadSetup();
}

/** The issues that hold an option, alone or among others. */
export const issuesWith = ({ database }: World, field: CustomField, optionId: number): readonly IssueRow[] =>
  database
    .sql('SELECT i.* FROM jira_issue i WHERE EXISTS (SELECT 1 FROM json_each(i.custom_json, ?) WHERE value = ?)')
    .all<IssueRow>(`$.${field.id}`, optionId);

/** What is kept of a field's value when an option of it is another, or gone. */
export function replaced(kept: unknown, optionId: number, other: number | undefined): unknown {
  if (!Array.isArray(kept)) return other;
  const rest = kept.filter((id) => id !== optionId && id !== other);
  const ids = other === undefined ? rest : [...rest, other];
  return ids.length === 0 ? undefined : ids;
}

/** Deletes an option; the issues that hold it lose it, and no history tells of it. */
export function deleteOption(world: World, { field, context }: ContextOfField, { id }: Option): void {
  for (const row of issuesWith(world, field, id)) {
    for (const tell of world.beforeChange) tell(row.id);
    const custom = JSON.parse(row.custom_json);
    const left = { ...custom, [field.id]: replaced(custom[field.id], id, undefined) };
    world.database
      .sql('UPDATE jira_issue SET custom_json = ?, changed = ? WHERE id = ?')
      .run(JSON.stringify(left), world.clock.now(), row.id);
  }
  world.database
    .sql('UPDATE jira_field_context SET default_option_id = NULLIF(default_option_id, ?) WHERE id = ?')
    .run(id, context.id);
  configure(world, 'DELETE FROM jira_option WHERE id = ?', id);
}
