import { addComment, checkComment } from '../activity/comment';
import { watchBecauseOfDeed } from '../activity/followers';
import type { IssueType, Project } from '../configuration/setup';
import { createdIssue } from '../events';
import { defaultsOf } from '../fields/default-values';
import { named } from '../fields/system-values';
import { defaultPriority } from '../issue-types/default-priority';
import type { Json } from '../json';
import { may } from '../permissions/permissions';
import { projectNamed } from '../projects/project-named';
import { Refusal, refuse } from '../refusal';
import type { IssueRow } from '../schema';
import { initialTransition, workflowOf } from '../workflows/workflow-of';
import type { World } from '../world';
import { columnsOf } from './change';
import { editOf } from './edit';
import { type Issue, issueOf } from './issue';
import { setProperty } from './issue-property';
import { keptJson, propertiesIn } from './property-value';

function projectOf(world: World, actor: string, wanted: Json): Project {
  const project = projectNamed(world.setup, String(wanted?.id ?? wanted?.key ?? ''));
  if (!project || !may(world, actor, 'BROWSE_PROJECTS', project.id))
    throw new Refusal(400, [], { project: 'Specify a valid project ID or key' });
  if (!may(world, actor, 'CREATE_ISSUES', project.id))
    throw refuse(403, 'You do not have permission to create issues in this project.');
  return project;
}

/** The next number of an issue in a project; one that was given is never given again. */
export function nextNumber(world: World, project: Project): number {
  const counted = world.database
    .sql('UPDATE jira_project SET last_number = last_number + 1 WHERE id = ? RETURNING last_number')
    .get<{ last_number: number }>(project.id);
  return counted?.last_number ?? 0;
}

function requireFields(world: World, project: Project, fields: Json): IssueType {
  const errors: Record<string, string> = {};
  if (typeof fields.summary !== 'string') errors.summary = 'You must specify a summary of the issue.';
  const types = project.issueTypeIds.flatMap((id) => world.setup.issueTypes.get(id) ?? []);
  const type = named(types, fields.issuetype);
  if (!type) errors.issuetype = 'Specify a valid issue type';
  if (type?.hierarchyLevel === -1 && !fields.parent)
    errors.issuetype = 'Issue type is a sub-task but parent issue key or id not specified.';
  if (!type || Object.keys(errors).length > 0) throw new Refusal(400, [], errors);
  return type;
}

function insert(world: World, columns: Record<string, Json>): number {
  const names = Object.keys(columns);
  const places = names.map(() => '?').join(', ');
  const { lastInsertRowid } = world.database
    .sql(`INSERT INTO jira_issue (${names.join(', ')}) VALUES (${places})`)
    .run(...Object.values(columns));
  return Number(lastInsertRowid);
}

type FirstRow = Omit<IssueRow, 'id' | 'type_id' | 'summary'>;

function firstRow(world: World, project: Project, type: IssueType, actor: string): FirstRow {
  const at = world.clock.now();
  const number = nextNumber(world, project);
  return {
    key: `${project.key}-${number}`,
    number,
    project_id: project.id,
    status_id: initialTransition(workflowOf(world.setup, project, type.id))?.to ?? 0,
    priority_id: defaultPriority(world, project)?.id ?? null,
    resolution_id: null,
    resolved: null,
    description_json: null,
    creator: actor,
    reporter: actor,
    assignee: null,
    created: at,
    updated: at,
    status_changed: at,
    changed: at,
    due_date: null,
    labels_json: '[]',
    custom_json: '{}',
    components_json: '[]',
    last_history: 0,
    original_estimate: null,
    remaining_estimate: null,
    time_spent: null,
    parent_id: null,
    archived: null,
    archived_by: null,
  };
}

const unset: Issue = { row: {} as IssueRow, custom: {} };

/** Creates an issue from a body of Jira's, and tells of it. */
export function createIssue(world: World, actor: string, body: Json): Issue {
  const fields = body?.fields ?? {};
  const project = projectOf(world, actor, fields.project);
  const type = requireFields(world, project, fields);
  const where = { project_id: project.id, reporter: actor, assignee: null };
  const { changes, comments } = editOf(body, { world, accountId: actor, screen: 'create', where }, ['project']);
  const properties = propertiesIn(body.properties);
  for (const { key, value } of properties) keptJson(key, value);
  for (const comment of comments) checkComment(world, where, actor, comment);
  const kept = new Map(
    [...defaultsOf(world.setup, project, type), ...changes].filter(([, value]) => value !== undefined),
  );
  const row = { ...firstRow(world, project, type, actor), ...columnsOf(unset, kept) } as IssueRow;
  const id = insert(world, row);
  const issue = issueOf({ ...row, id });
  watchBecauseOfDeed(world, id, actor);
  createdIssue(world, issue, actor);
  for (const { key, value } of properties) setProperty(world, issue, actor, key, value);
  for (const comment of comments) addComment(world, issue, actor, comment);
  return issue;
}
