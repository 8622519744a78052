import { addComment } from '../activity/comment';
import { transitionFields } from '../fields/create-fields';
import { changeIssue } from '../issues/change';
import { calledIssue, type Issue } from '../issues/issue';
import { setProperty } from '../issues/issue-property';
import { propertiesIn } from '../issues/property-value';
import type { Json } from '../json';
import { readList, WRITE } from '../points';
import { Refusal } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import type { World } from '../world';
import { type TransitionPlan, transitionPlan } from './transition-plan';
import { transitionsShape } from './transition-store';
import { enterPostFunctions } from './workflow-deliveries';
import { judgedBy } from './workflow-function-validators';
import { workflowOf } from './workflow-of';
import { objections, postFunctionChanges } from './workflow-rules';

/** Adds the fields of its screen to a transition's answer. */
function fieldsOf(world: World, { row }: Issue): (shape: Json) => Json {
  const project = world.setup.projects.get(row.project_id);
  const type = world.setup.issueTypes.get(row.type_id);
  if (!project || !type) return (shape) => shape;
  const { transitions } = workflowOf(world.setup, project, type.id);
  const screens = new Map(transitions.map(({ id, screenId }) => [String(id), screenId]));
  return (shape) => ({ ...shape, fields: transitionFields(world, project, type, screens.get(shape.id)) });
}

function list(call: Call): RouteAnswer {
  const { world, caller, query } = call;
  const issue = calledIssue(call);
  const all = transitionsShape(world, issue, caller, query.boolean('includeUnavailableTransitions', false));
  const wanted = query.text('transitionId');
  const transitions = wanted === undefined ? all : all.filter(({ id }) => id === wanted);
  const withFields = query.has('expand', 'transitions.fields') ? fieldsOf(world, issue) : undefined;
  return {
    status: 200,
    body: { expand: 'transitions', transitions: withFields ? transitions.map(withFields) : transitions },
  };
}

/** What the workflow's post function makes of the resolution: kept by done statuses, and by no others. */
function resolutionAfter({ setup }: World, { row }: Issue, to: number, given: Json): number | null {
  if (setup.statuses.get(to)?.category !== 'DONE') return null;
  const all = [...setup.resolutions.values()];
  const usual = all.find(({ name }) => name === 'Done') ?? all[0];
  return given ?? row.resolution_id ?? usual?.id ?? null;
}

/** What the post functions of the workflow set comes last. */
function changesOf({ moving, edit }: TransitionPlan): ReadonlyMap<string, Json> {
  const { world, issue, transition } = moving;
  const resolution = resolutionAfter(world, issue, transition.to, edit.changes.get('resolution'));
  const asked = [...edit.changes].filter(([id]) => id !== 'resolution');
  return new Map([['status', transition.to], ['resolution', resolution], ...asked, ...postFunctionChanges(moving)]);
}

/** Takes an issue through a transition; the objections of the workflow's rules, none where it went. */
function taken(call: Call, issue: Issue, body: Json): readonly string[] {
  const { world, caller } = call;
  const plan = transitionPlan(world, issue, caller, body);
  const errorMessages = objections(plan.moving, judgedBy(call.ask));
  if (errorMessages.length > 0) return errorMessages;
  const after = changeIssue(world, issue, caller.accountId, changesOf(plan));
  for (const { key, value } of propertiesIn(body.properties)) setProperty(world, after, caller.accountId, key, value);
  const comments = plan.edit.comments.map((comment) => addComment(world, after, caller.accountId, comment));
  enterPostFunctions(plan.moving, { after, commentId: comments[0]?.id });
  return [];
}

/** The same, refused by what the rules object. */
export function takeTransition(call: Call, issue: Issue, body: Json): void {
  const errorMessages = taken(call, issue, body);
  if (errorMessages.length > 0) throw new Refusal(400, errorMessages);
}

/** A refusal is answered and not thrown, so that what the rules told the app of stays told. */
function move(call: Call): RouteAnswer {
  const errorMessages = taken(call, calledIssue(call), call.body);
  return errorMessages.length > 0 ? { status: 400, body: { errorMessages, errors: {} } } : { status: 204 };
}

const path = '/rest/api/3/issue/{issueIdOrKey}/transitions';

export const transitionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    operationId: 'getTransitions',
    scopes: ['read:jira-work'],
    query: {
      expand: { listOf: ['transitions.fields'] },
      transitionId: 'text',
      skipRemoteOnlyCondition: { oneOf: ['false'] },
      includeUnavailableTransitions: 'boolean',
      sortByOpsBarAndStatus: { oneOf: ['false'] },
    },
    permission: 'Browse projects; Transition issues to see any',
    points: readList('transitions'),
    answer: list,
  },
  {
    method: 'POST',
    path,
    operationId: 'doTransition',
    scopes: ['write:jira-work'],
    body: { transition: { id: 'any' }, fields: 'any', update: 'any', properties: 'any' },
    permission: 'Browse projects, Transition issues; Resolve issues for the resolution, Add comments for a comment',
    points: WRITE,
    answer: move,
  },
];
