import { configure } from '../configuration/configure';
import type { IssueType } from '../configuration/setup';
import type { World } from '../world';

/** What held the type holds the other from now on; neither history nor event tells of it. */
function replace(world: World, { id }: IssueType, alternative: IssueType): void {
  const { database } = world;
  const issues = database.sql('SELECT id FROM jira_issue WHERE type_id = ?').all<{ id: number }>(id);
  for (const issue of issues) for (const tell of world.beforeChange) tell(issue.id);
  database
    .sql('UPDATE jira_issue SET type_id = ?, changed = ? WHERE type_id = ?')
    .run(alternative.id, world.clock.now(), id);
}

const without = <Value>(record: ReadonlyMap<number, Value>, id: number): string =>
  JSON.stringify(Object.fromEntries([...record].filter(([typeId]) => typeId !== id)));

function leaveSchemes({ database, setup }: World, id: number): void {
  for (const scheme of setup.issueTypeSchemes.values())
    if (scheme.issueTypeIds.includes(id))
      database
        .sql(
          'UPDATE jira_issue_type_scheme SET types_json = ?, default_type_id = NULLIF(default_type_id, ?) WHERE id = ?',
        )
        .run(JSON.stringify(scheme.issueTypeIds.filter((typeId) => typeId !== id)), id, scheme.id);
  for (const scheme of setup.workflowSchemes.values())
    if (scheme.workflowIds.has(id))
      database
        .sql('UPDATE jira_workflow_scheme SET mappings_json = ? WHERE id = ?')
        .run(without(scheme.workflowIds, id), scheme.id);
  for (const scheme of setup.issueTypeScreenSchemes.values())
    if (scheme.screenSchemeIds.has(id))
      database
        .sql('UPDATE jira_issue_type_screen_scheme SET mappings_json = ? WHERE id = ?')
        .run(without(scheme.screenSchemeIds, id), scheme.id);
}

/**
 * Deletes a type, from every scheme too; its issues get the alternative. A context of a field that names the type
 * goes on naming it: without it, it might hold for every type.
 */
export function deleteIssueType(world: World, type: IssueType, alternative: IssueType | undefined): void {
  if (alternative) replace(world, type, alternative);
  leaveSchemes(world, type.id);
  world.database.sql('DELETE FROM jira_issue_type_property WHERE type_id = ?').run(type.id);
  configure(world, 'DELETE FROM jira_issue_type WHERE id = ?', type.id);
}
