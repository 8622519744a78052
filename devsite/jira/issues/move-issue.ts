import { componentsThere } from '../components/component';
import type { IssueType, Project } from '../configuration/setup';
import type { Json } from '../json';
import { may } from '../permissions/permissions';
import { refuse } from '../refusal';
import { initialTransition, workflowOf } from '../workflows/workflow-of';
import type { World } from '../world';
import { changeIssue } from './change';
import { nextNumber } from './create';
import { subtasksOf } from './delete-issue';
import type { Issue } from './issue';

/** Where issues move to, and what is to become of what does not fit there. */
export interface Move {
  readonly world: World;
  readonly accountId: string;
  readonly project: Project;
  readonly type: IssueType;
  /** Of subtasks, or of what belongs to an epic. */
  readonly parentId: number | undefined;
  /** Statuses of the source to those of the target; the target's first one where absent. */
  readonly statuses: ReadonlyMap<number, number> | undefined;
  /** Whether subtasks move along. */
  readonly withSubtasks: boolean;
}

/** The status it has there: its own where the workflow knows it. */
function statusThere({ world, project, type, statuses }: Move, { row }: Issue): number {
  const workflow = workflowOf(world.setup, project, type.id);
  const known = new Set(workflow.transitions.flatMap(({ to, from }) => [to, ...from]));
  if (known.has(row.status_id)) return row.status_id;
  const wanted = statuses ? statuses.get(row.status_id) : initialTransition(workflow)?.to;
  if (wanted === undefined || !known.has(wanted))
    throw refuse(400, `The status ${row.status_id} has no status to go to in the target workflow.`);
  return wanted;
}

/** Its key and number there; nothing where it stays in its project. */
function keyThere({ world, project }: Move, { row }: Issue): readonly (readonly [string, Json])[] {
  if (row.project_id === project.id) return [];
  return [
    ['project', project.id],
    ['issuekey', `${project.key}-${nextNumber(world, project)}`],
  ];
}

function requireRight({ world, accountId, project }: Move, { row }: Issue): void {
  if (!may(world, accountId, 'MOVE_ISSUES', row)) throw refuse(403, 'You do not have permission to move this issue.');
  if (!may(world, accountId, 'CREATE_ISSUES', project.id))
    throw refuse(403, 'You do not have permission to create issues in the target project.');
}

/** Moves an issue in one history, and tells of it; its former key names it still. */
export function moveIssue(move: Move, issue: Issue): Issue {
  const { world, accountId, type, parentId, withSubtasks } = move;
  requireRight(move, issue);
  const keeps = type.hierarchyLevel === world.setup.issueTypes.get(issue.row.type_id)?.hierarchyLevel;
  const parent = parentId ?? (keeps && type.hierarchyLevel !== -1 ? issue.row.parent_id : null);
  if (type.hierarchyLevel === -1 && parent === null) throw refuse(400, 'A sub-task must be moved to a parent.');
  const changes = new Map<string, Json>([
    ['issuetype', type.id],
    ['status', statusThere(move, issue)],
    ['parent', parent],
    ...keyThere(move, issue),
    ['components', componentsThere(world.setup, issue.row, move.project)],
  ]);
  const after = changeIssue(world, issue, accountId, changes, 'issue_moved');
  if (after.row.key !== issue.row.key) keepOldKey(world, issue);
  if (withSubtasks && after.row.key !== issue.row.key)
    for (const child of subtasksOf(world, issue)) moveIssue(childMove(move, after), child);
  return after;
}

function keepOldKey({ database }: World, { row }: Issue): void {
  database.sql('INSERT OR REPLACE INTO jira_old_key (key, issue_id) VALUES (?, ?)').run(row.key, row.id);
}

/** Subtasks become of the target's first kind of subtask. */
function childMove(move: Move, { row }: Issue): Move {
  const { issueTypes } = move.world.setup;
  const types = move.project.issueTypeIds.flatMap((id) => issueTypes.get(id) ?? []);
  const type = types.find(({ hierarchyLevel }) => hierarchyLevel === -1);
  if (!type) throw refuse(400, 'The target project has no issue type for sub-tasks.');
  return { ...move, type, parentId: row.id, statuses: undefined, withSubtasks: false };
}
