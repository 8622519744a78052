import type { CustomField } from '../configuration/setup';
import type { World } from '../world';

function emptyIssues(world: World, id: string): void {
  const { database } = world;
  const path = `$.${id}`;
  const issues = database
    .sql('SELECT id FROM jira_issue WHERE json_type(custom_json, ?) IS NOT NULL')
    .all<{ id: number }>(path);
  for (const issue of issues) for (const tell of world.beforeChange) tell(issue.id);
  database
    .sql(
      `UPDATE jira_issue SET custom_json = json_remove(custom_json, ?), changed = ?
      WHERE json_type(custom_json, ?) IS NOT NULL`,
    )
    .run(path, world.clock.now(), path);
}

function leaveScreens({ database, setup }: World, id: string): void {
  for (const { id: screenId, tabs } of setup.screens.values())
    if (tabs.some(({ fieldIds }) => fieldIds.includes(id)))
      database
        .sql('UPDATE jira_screen SET tabs_json = ? WHERE id = ?')
        .run(
          JSON.stringify(tabs.map((tab) => ({ ...tab, fieldIds: tab.fieldIds.filter((fieldId) => fieldId !== id) }))),
          screenId,
        );
}

/** Deletes a custom field with its contexts, its options and what issues hold of it. */
export function deleteField(world: World, { id }: Pick<CustomField, 'id'>): void {
  const { database } = world;
  emptyIssues(world, id);
  leaveScreens(world, id);
  database
    .sql('DELETE FROM jira_option WHERE context_id IN (SELECT id FROM jira_field_context WHERE field_id = ?)')
    .run(id);
  database.sql('DELETE FROM jira_field_context WHERE field_id = ?').run(id);
  database.sql('DELETE FROM jira_field WHERE id = ?').run(id);
  world.reloadSetup();
}
