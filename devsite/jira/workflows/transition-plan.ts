import type { WorkflowTransition } from '../configuration/configuration';
import { type Edit, editOf } from '../issues/edit';
import type { Issue } from '../issues/issue';
import type { Caller } from '../jira';
import type { Json } from '../json';
import { refuse } from '../refusal';
import type { World } from '../world';
import { openTransitions } from './transition-store';
import { type Moving, withChanges } from './workflow-moving';
import { workflowOf } from './workflow-of';

/** A transition that was asked for: where it leads, and what it sets on its way. */
export interface TransitionPlan {
  readonly moving: Moving;
  readonly edit: Edit;
}

function chosen(world: World, issue: Issue, caller: Caller, body: Json): WorkflowTransition {
  const id = body?.transition?.id;
  if (id === undefined) throw refuse(400, "Missing 'transition' identifier");
  const open = openTransitions(world, issue, caller);
  const transition = open.find((one) => String(one.id) === String(id));
  if (!transition) throw refuse(400, `Transition id '${id}' is not valid for this issue.`);
  return transition;
}

/** Reads what a call asks of an issue; refuses what the person, the workflow or the screen does not allow. */
export function transitionPlan(world: World, issue: Issue, caller: Caller, body: Json): TransitionPlan {
  const transition = chosen(world, issue, caller, body);
  const { accountId } = caller;
  const { screenId } = transition;
  const edit = editOf(body, { world, accountId, screen: 'transition', screenId, where: issue.row, issue });
  const project = world.setup.projects.get(issue.row.project_id);
  if (!project) throw refuse(404, 'The project of the issue is gone.');
  const workflow = workflowOf(world.setup, project, issue.row.type_id);
  const changed = withChanges(issue, edit.changes);
  return { moving: { world, issue, changed, transition, workflow, caller }, edit };
}
