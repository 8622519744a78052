import { changeIssue } from './change';
import { addComment } from './comment';
import type { WorkflowTransition } from './configuration';
import { editOf } from './edit';
import { calledIssue, type Issue } from './issue';
import { setProperty } from './issue-property';
import type { Json } from './json';
import { readList, WRITE } from './points';
import { propertiesIn } from './property-value';
import { refuse } from './refusal';
import type { Call, Route, RouteAnswer } from './route';
import { openTransitions, transitionsShape } from './transition-store';
import type { World } from './world';

function list(call: Call): RouteAnswer {
  const all = transitionsShape(call.world, calledIssue(call), call.caller.accountId);
  const wanted = call.query.text('transitionId');
  const transitions = wanted === undefined ? all : all.filter(({ id }) => id === wanted);
  return { status: 200, body: { expand: 'transitions', transitions } };
}

function chosen(call: Call, issue: Issue): WorkflowTransition {
  const id = call.body?.transition?.id;
  if (id === undefined) throw refuse(400, "Missing 'transition' identifier");
  const open = openTransitions(call.world, issue, call.caller.accountId);
  const transition = open.find((one) => String(one.id) === String(id));
  if (!transition) throw refuse(400, `Transition id '${id}' is not valid for this issue.`);
  return transition;
}

/** What the workflow's post function makes of the resolution: kept by done statuses, and by no others. */
function resolutionAfter({ setup }: World, { row }: Issue, to: number, given: Json): number | null {
  if (setup.statuses.get(to)?.category !== 'DONE') return null;
  const all = [...setup.resolutions.values()];
  const usual = all.find(({ name }) => name === 'Done') ?? all[0];
  return given ?? row.resolution_id ?? usual?.id ?? null;
}

function move(call: Call): RouteAnswer {
  const { world, caller, body } = call;
  const issue = calledIssue(call);
  const transition = chosen(call, issue);
  const { changes, comments } = editOf(body, {
    world,
    accountId: caller.accountId,
    screen: 'transition',
    screenId: transition.screenId,
    where: issue.row,
    issue,
  });
  const resolution = resolutionAfter(world, issue, transition.to, changes.get('resolution'));
  const moved = new Map([['status', transition.to], ['resolution', resolution], ...changes]).set(
    'resolution',
    resolution,
  );
  const after = changeIssue(world, issue, caller.accountId, moved);
  for (const { key, value } of propertiesIn(body.properties)) setProperty(world, after, caller.accountId, key, value);
  for (const comment of comments) addComment(world, after, caller.accountId, comment);
  return { status: 204 };
}

const path = '/rest/api/3/issue/{issueIdOrKey}/transitions';

export const transitionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    operationId: 'getTransitions',
    scopes: ['read:jira-work'],
    query: {
      transitionId: 'text',
      skipRemoteOnlyCondition: { oneOf: ['false'] },
      includeUnavailableTransitions: { oneOf: ['false'] },
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
