import { idOf } from '../../runners/deployment';
import type { WorkflowScheme } from '../configuration/configuration';
import { insertRow } from '../ids';
import type { World } from '../world';

/** What a scheme and its draft both have. */
export type SchemeParts = Pick<WorkflowScheme, 'name' | 'description' | 'defaultWorkflowId' | 'workflowIds'>;

const mappingsOf = ({ workflowIds }: SchemeParts): string => JSON.stringify(Object.fromEntries(workflowIds));

/** Answers its id. */
export function insertScheme(world: World, parts: SchemeParts): number {
  const { name, description, defaultWorkflowId } = parts;
  const columns = { name, description, default_workflow_id: defaultWorkflowId, mappings_json: mappingsOf(parts) };
  const id = insertRow(world.database, 'jira_workflow_scheme', columns);
  world.reloadSetup();
  return id;
}

export function writeScheme(world: World, id: number, parts: SchemeParts): void {
  world.database
    .sql(
      `UPDATE jira_workflow_scheme SET name = ?, description = ?, default_workflow_id = ?, mappings_json = ?,
      version = version + 1 WHERE id = ?`,
    )
    .run(parts.name, parts.description, parts.defaultWorkflowId, mappingsOf(parts), id);
  world.reloadSetup();
}

export function deleteScheme(world: World, id: number): void {
  world.database.sql('DELETE FROM jira_workflow_scheme WHERE id = ?').run(id);
  world.reloadSetup();
}

export interface SchemeVersion {
  readonly id: string;
  readonly versionNumber: number;
}

/** Changes with every write to the scheme itself. */
export function schemeVersion({ database }: World, id: number): SchemeVersion {
  const row = database.sql('SELECT version FROM jira_workflow_scheme WHERE id = ?').get<{ version: number }>(id);
  const versionNumber = row?.version ?? 0;
  return { id: idOf(`version ${versionNumber}`, `workflow scheme ${id}`), versionNumber };
}

/** Gives a project another scheme. */
export function assignScheme(world: World, projectId: number, schemeId: number): void {
  world.database.sql('UPDATE jira_project SET workflow_scheme_id = ? WHERE id = ?').run(schemeId, projectId);
  world.reloadSetup();
}
