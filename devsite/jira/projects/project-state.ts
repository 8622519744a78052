import type { Project } from '../configuration/setup';
import { deleteIssue } from '../issues/delete-issue';
import { issueOf } from '../issues/issue';
import type { IssueRow } from '../schema';
import type { World } from '../world';
import { projectHappened } from './project-events';

/** Archives a project, puts it into the trash, or brings it back. */
export function setState(world: World, project: Project, state: Project['state'], actor: string): Project {
  world.database
    .sql('UPDATE jira_project SET state = ?, state_at = ?, state_by = ? WHERE id = ?')
    .run(state, world.clock.now(), actor, project.id);
  world.reloadSetup();
  const after = world.setup.projects.get(project.id) as Project;
  const back = project.state === 'deleted' ? 'restored' : 'unarchived';
  const what = { archived: 'archived', deleted: 'softdeleted', live: back } as const;
  projectHappened(world, what[state], after, actor);
  return after;
}

/** Rows that are a team-managed project's alone, and the project's own. */
const belongings = [
  'DELETE FROM jira_option WHERE context_id IN (SELECT c.id FROM jira_field_context c JOIN jira_field f ON f.id = c.field_id WHERE f.scope_project_id = ?)',
  'DELETE FROM jira_field_context WHERE field_id IN (SELECT id FROM jira_field WHERE scope_project_id = ?)',
  'DELETE FROM jira_permission WHERE scheme_id IN (SELECT id FROM jira_permission_scheme WHERE scope_project_id = ?)',
  ...[
    'jira_field',
    'jira_issue_type',
    'jira_status',
    'jira_workflow',
    'jira_workflow_scheme',
    'jira_issue_type_scheme',
    'jira_screen',
    'jira_screen_scheme',
    'jira_issue_type_screen_scheme',
    'jira_permission_scheme',
  ].map((table) => `DELETE FROM ${table} WHERE scope_project_id = ?`),
  'DELETE FROM jira_component WHERE project_id = ?',
  'DELETE FROM jira_role_actor WHERE project_id = ?',
  'DELETE FROM jira_project_property WHERE project_id = ?',
  'DELETE FROM jira_project WHERE id = ?',
];

/** Deletes a project for good with all that is in it; of its issues no event tells. */
export function deleteProject(world: World, project: Project, actor: string): void {
  const quiet: World = Object.create(world, { emit: { value: () => undefined } });
  const rows = world.database.sql('SELECT * FROM jira_issue WHERE project_id = ?').all<IssueRow>(project.id);
  for (const row of rows) deleteIssue(quiet, issueOf(row), actor);
  for (const text of belongings) world.database.sql(text).run(project.id);
  world.reloadSetup();
  projectHappened(world, 'deleted', project, actor);
}
