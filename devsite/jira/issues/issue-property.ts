import { propertyChanged } from '../events';
import type { Json } from '../json';
import type { World } from '../world';
import { writeRow } from './change';
import type { Issue } from './issue';
import { keptJson } from './property-value';

/** An issue property's JSON text; undefined when it is not set. */
export const propertyText = (world: World, issueId: number, key: string): string | undefined =>
  world.database
    .sql('SELECT value_json FROM jira_issue_property WHERE issue_id = ? AND key = ?')
    .get<{ value_json: string }>(issueId, key)?.value_json;

/** Sets a property and tells of it; the issue's `updated` stays. Answers whether it was not set before. */
export function setProperty(world: World, issue: Issue, actor: string, key: string, value: Json): boolean {
  const text = keptJson(key, value);
  const isNew = propertyText(world, issue.row.id, key) === undefined;
  writeRow(world, issue, {});
  world.database
    .sql('INSERT OR REPLACE INTO jira_issue_property (issue_id, key, value_json) VALUES (?, ?, ?)')
    .run(issue.row.id, key, text);
  propertyChanged(world, issue, { key, value }, actor);
  return isNew;
}

/** Answers whether it was there. */
export function deleteProperty(world: World, issue: Issue, actor: string, key: string): boolean {
  if (propertyText(world, issue.row.id, key) === undefined) return false;
  writeRow(world, issue, {});
  world.database.sql('DELETE FROM jira_issue_property WHERE issue_id = ? AND key = ?').run(issue.row.id, key);
  propertyChanged(world, issue, { key }, actor);
  return true;
}
