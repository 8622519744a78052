import { writeRow } from '../issues/change';
import { issueOf } from '../issues/issue';
import type { IssueRow } from '../schema';
import type { World } from '../world';
import { componentIds, componentOf, keptComponents } from './component';

const having = 'FROM jira_issue i WHERE EXISTS (SELECT 1 FROM json_each(i.components_json) c WHERE c.value = ?)';

export const countIssues = ({ database }: World, componentId: number): number =>
  database.sql(`SELECT count(*) AS total ${having}`).get<{ total: number }>(componentId)?.total ?? 0;

/**
 * Takes a component off its issues, another in its place where there is one: in silence.
 * https://developer.atlassian.com/platform/forge/events-reference/jira/#component-events (2026-08)
 */
export function replaceOnIssues(world: World, componentId: number, by: number | undefined): void {
  for (const row of world.database.sql(`SELECT i.* ${having}`).all<IssueRow>(componentId)) {
    const ids = componentIds(row).map((id) => (id === componentId ? by : id));
    const kept = ids.flatMap((id) => (id === undefined ? [] : (componentOf(world.setup, id)?.component ?? [])));
    writeRow(world, issueOf(row), { components_json: keptComponents(kept) });
  }
}
