import type { Status } from '../configuration/setup';
import { insertRow } from '../ids';
import type { World } from '../world';

type NewStatus = Omit<Status, 'id'>;

/** Answers its id; the set-up is read anew by the caller. */
export const insertStatus = (world: World, { name, description, category, scopeProjectId }: NewStatus): number =>
  insertRow(world.database, 'jira_status', { name, description, category, scope_project_id: scopeProjectId ?? null });

export const updateStatus = (world: World, id: number, { name, description, category }: NewStatus): void =>
  void world.database
    .sql('UPDATE jira_status SET name = ?, description = ?, category = ? WHERE id = ?')
    .run(name, description, category, id);

export const deleteStatus = (world: World, id: number): void =>
  void world.database.sql('DELETE FROM jira_status WHERE id = ?').run(id);

export const hasIssues = (world: World, statusId: number): boolean =>
  world.database
    .sql('SELECT 1 FROM jira_issue WHERE project_id IN (SELECT id FROM jira_project) AND status_id = ? LIMIT 1')
    .get(statusId) !== undefined;
