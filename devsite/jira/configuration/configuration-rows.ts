import type { SiteDatabase } from '../../database';
import { insertRow, nextFieldId, nextId, nextUuid, uuidOf } from '../ids';
import type { Screen, WorkflowLayout, WorkflowStatus, WorkflowTransition } from './configuration';

/** A project of its own, or null for every project. */
type Scope = number | null;

interface NewWorkflow {
  readonly name: string;
  readonly description?: string;
  readonly scope: Scope;
  readonly statuses: readonly WorkflowStatus[];
  readonly transitions: readonly WorkflowTransition[];
  readonly at?: number;
  readonly layout?: WorkflowLayout;
}

/** Answers its id. */
export function insertWorkflow(database: SiteDatabase, workflow: NewWorkflow): string {
  const id = nextUuid(database, 'workflow');
  const { name, description = '', scope, statuses, transitions, at = 0, layout = {} } = workflow;
  database
    .sql(
      `INSERT INTO jira_workflow (id, name, description, scope_project_id, version_id, version_number, statuses_json,
      transitions_json, layout_json, created, updated) VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)`,
    )
    .run(
      id,
      name,
      description,
      scope,
      nextUuid(database, 'version'),
      JSON.stringify(statuses),
      JSON.stringify(transitions),
      JSON.stringify(layout),
      at,
      at,
    );
  return id;
}

export const workflowStatus = (statusId: number): WorkflowStatus => ({
  statusId,
  reference: uuidOf('status', statusId),
  properties: {},
});

/** A transition without screen and rules. */
export const plainTransition = (
  shape: Pick<WorkflowTransition, 'id' | 'name' | 'type' | 'to'> & Partial<WorkflowTransition>,
): WorkflowTransition => ({
  description: '',
  from: [],
  screenId: undefined,
  conditions: undefined,
  validators: [],
  actions: [],
  properties: {},
  ...shape,
});

interface NewContext {
  readonly fieldId: string;
  readonly name: string;
  readonly description?: string;
  readonly projectIds?: readonly number[];
  readonly issueTypeIds?: readonly number[];
  readonly options?: readonly { readonly value: string; readonly disabled?: boolean }[];
  /** The value of one of the options. */
  readonly defaultValue?: string | undefined;
}

/** Answers its id. */
export function insertContext(database: SiteDatabase, context: NewContext): number {
  const { fieldId, name, description = '', projectIds = [], issueTypeIds = [], options = [] } = context;
  const id = insertRow(database, 'jira_field_context', {
    field_id: fieldId,
    name,
    description,
    projects_json: JSON.stringify(projectIds),
    types_json: JSON.stringify(issueTypeIds),
  });
  options.forEach(({ value, disabled = false }, position) => {
    const optionId = insertRow(database, 'jira_option', {
      context_id: id,
      value,
      position,
      disabled: Number(disabled),
    });
    if (value === context.defaultValue)
      database.sql('UPDATE jira_field_context SET default_option_id = ? WHERE id = ?').run(optionId, id);
  });
  return id;
}

interface NewField {
  readonly name: string;
  readonly description?: string | undefined;
  readonly type: string;
  readonly scope: Scope;
}

/** A custom field without contexts; answers its id. */
export function insertField(database: SiteDatabase, { name, description = '', type, scope }: NewField): string {
  const id = nextFieldId(database);
  database
    .sql(
      `INSERT INTO jira_field (id, name, description, type, scope_project_id, position)
      VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(id, name, description, type, scope, Number(id.slice('customfield_'.length)));
  return id;
}

export const defaultContextName = (fieldName: string): string => `Default Configuration Scheme for ${fieldName}`;

/** A screen of one tab; answers its id. */
export function insertScreen(database: SiteDatabase, name: string, fieldIds: readonly string[], scope: Scope): number {
  const tabs: Screen['tabs'] = [{ id: nextId(database, 'jira_screen_tab'), name: 'Field Tab', fieldIds }];
  return insertRow(database, 'jira_screen', { name, tabs_json: JSON.stringify(tabs), scope_project_id: scope });
}
