import { idsIn, objectsIn } from '../body-reading';
import { isObject } from '../checks';
import type { Json } from '../json';
import { may } from '../permissions/permissions';
import { refuse } from '../refusal';
import type { Call, RouteAnswer } from '../route';
import { startTask, taskAddress } from '../tasks';
import { type Issue, visibleIssue } from './issue';
import { deleteProperty, propertyText, setProperty } from './issue-property';
import { keptJson } from './property-value';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/ (2026-11) */
const most = { issues: 10_000, issuesByThemselves: 100, properties: 10 } as const;

function editable({ world, caller }: Call, id: number): Issue | undefined {
  const issue = visibleIssue(world, caller.accountId, String(id));
  return issue && may(world, caller.accountId, 'EDIT_ISSUES', issue.row) ? issue : undefined;
}

function named(call: Call, id: number): Issue {
  const issue = editable(call, id);
  if (!issue) throw refuse(400, `Issue ${id} does not exist or you do not have permission to edit it.`);
  return issue;
}

/** What is done at once here goes on for a while in Jira: the answer is where its end is told. */
function task({ world, caller }: Call, description: string, result: Json): RouteAnswer {
  const id = startTask(world, { description, submittedBy: caller.accountId, result });
  return { status: 303, headers: { location: taskAddress(id) } };
}

const all = (what: 'property' | 'anything', call: Call): readonly number[] =>
  call.world.database
    .sql(
      what === 'property'
        ? 'SELECT issue_id AS id FROM jira_issue_property WHERE key = ? ORDER BY issue_id'
        : 'SELECT id FROM jira_issue WHERE ? IS NOT NULL ORDER BY id',
    )
    .all<{ id: number }>(call.path.propertyKey ?? '')
    .map(({ id }) => id);

/** The issues that a filter leaves: those that are named, or all that the caller may edit. */
function filtered(call: Call, filter: Json, otherwise: () => readonly number[]): readonly Issue[] {
  const { world, path } = call;
  const ids = filter?.entityIds === undefined ? otherwise() : idsIn(filter, 'entityIds');
  const issues = ids.flatMap((id) => editable(call, id) ?? []);
  if (filter?.currentValue === undefined) return issues;
  const wanted = JSON.stringify(filter.currentValue);
  return issues.filter(({ row }) => propertyText(world, row.id, path.propertyKey ?? '') === wanted);
}

export function deleteOfMany(call: Call): RouteAnswer {
  const { world, caller, path, body } = call;
  const key = path.propertyKey ?? '';
  const issues = filtered(call, body, () => all('property', call));
  const deleted = issues.filter((issue) => deleteProperty(world, issue, caller.accountId, key));
  return task(call, 'Delete an issue property', { updatedCount: deleted.length });
}

export function setOfMany(call: Call): RouteAnswer {
  const { world, caller, path, body } = call;
  const { value, filter } = body ?? {};
  const key = path.propertyKey ?? '';
  keptJson(key, value);
  if (filter?.currentValue !== undefined && filter.hasProperty === false)
    throw refuse(400, 'Without the property an issue has no current value of it.');
  const has = ({ row }: Issue) => propertyText(world, row.id, key) !== undefined;
  const issues = filtered(call, filter, () => all('anything', call)).filter(
    (issue) => typeof filter?.hasProperty !== 'boolean' || has(issue) === filter.hasProperty,
  );
  for (const issue of issues) setProperty(world, issue, caller.accountId, key, value);
  return task(call, 'Set an issue property', { updatedCount: issues.length });
}

function propertiesOf(properties: Json): readonly (readonly [string, Json])[] {
  if (!isObject(properties)) throw refuse(400, "'properties' must be an object.");
  const entries = Object.entries(properties);
  if (entries.length === 0 || entries.length > most.properties)
    throw refuse(400, `'properties' must hold 1 to ${most.properties} properties.`);
  for (const [key, value] of entries) keptJson(key, value);
  return entries;
}

function setAll({ world, caller }: Call, issue: Issue, properties: readonly (readonly [string, Json])[]): void {
  for (const [key, value] of properties) setProperty(world, issue, caller.accountId, key, value);
}

/** The same properties on many issues. */
export function setOnMany(call: Call): RouteAnswer {
  const ids = idsIn(call.body, 'entitiesIds');
  if (ids.length === 0 || ids.length > most.issues)
    throw refuse(400, `'entitiesIds' must name 1 to ${most.issues} issues.`);
  const properties = propertiesOf(call.body.properties);
  for (const issue of ids.map((id) => named(call, id))) setAll(call, issue, properties);
  return task(call, 'Set issue properties', { updatedCount: ids.length });
}

/** Properties of its own on each issue. */
export function setOnEach(call: Call): RouteAnswer {
  const asked = objectsIn(call.body, 'issues');
  if (asked.length === 0 || asked.length > most.issuesByThemselves)
    throw refuse(400, `'issues' must hold 1 to ${most.issuesByThemselves} issues.`);
  const read = asked.map(
    ({ issueID, properties }) => [named(call, Number(issueID)), propertiesOf(properties)] as const,
  );
  for (const [issue, properties] of read) setAll(call, issue, properties);
  return task(call, 'Set issue properties', { updatedCount: read.length });
}
