import { follow, unfollow } from '../activity/followers';
import { holdsGlobally } from '../admin';
import { objectsIn } from '../body-reading';
import { needed } from '../fields/asked-fields';
import { jiraTime } from '../jira-time';
import type { Json } from '../json';
import { may } from '../permissions/permissions';
import { READ_ONE, WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { userShape } from '../shapes';
import { findTask } from '../tasks';
import { takeTransition } from '../workflows/routes-transition';
import { openTransitions } from '../workflows/transition-store';
import { type BulkResult, bulk, eachSelected, selected, together } from './bulk-task';
import { deleteWithSubtasks } from './delete-issue';
import type { Issue } from './issue';

function remove(call: Call): BulkResult {
  const { world, caller } = call;
  return eachSelected(selected(call, call.body), (issue) => {
    if (!may(world, caller.accountId, 'DELETE_ISSUES', issue.row))
      throw refuse(403, 'You do not have permission to delete this issue.');
    deleteWithSubtasks(world, issue, caller.accountId);
  });
}

const watched =
  (change: typeof follow) =>
  (call: Call): BulkResult =>
    eachSelected(selected(call, call.body), ({ row }) =>
      change(call.world, 'jira_watcher', row.id, call.caller.accountId),
    );

function transition(call: Call): BulkResult {
  const inputs = objectsIn(call.body, 'bulkTransitionInputs');
  if (inputs.length === 0) throw refuse(400, "'bulkTransitionInputs' must not be empty.");
  return together(
    inputs.map((input) => {
      const id = needed(input, 'transitionId', 'bulkTransitionInputs');
      return eachSelected(selected(call, input), (issue) => takeTransition(call, issue, { transition: { id } }));
    }),
  );
}

const idsOf = (call: Call, issue: Issue): ReadonlySet<number> =>
  new Set(openTransitions(call.world, issue, call.caller).map(({ id }) => id));

/** The transitions that all issues of one workflow and status could take. */
function available(call: Call): RouteAnswer {
  const { world, caller, query } = call;
  const { issues } = selected(call, { names: query.list('issueIdsOrKeys') }, 'names');
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const place = `${issue.row.project_id} ${issue.row.type_id}`;
    groups.set(place, [...(groups.get(place) ?? []), issue]);
  }
  const availableTransitions = [...groups.values()].map((group) => {
    const ids = group.map((issue) => idsOf(call, issue));
    const first = openTransitions(world, group[0] as Issue, caller);
    const common = first.filter(({ id }) => ids.every((each) => each.has(id)));
    return {
      issues: group.map(({ row }) => row.key),
      isTransitionsFiltered: ids.some((each) => each.size > common.length),
      transitions: common.map(({ id, name, to }) => ({
        transitionId: id,
        transitionName: name,
        to: { statusId: to, statusName: world.setup.statuses.get(to)?.name },
      })),
    };
  });
  return { status: 200, body: { availableTransitions } };
}

/** How far a bulk operation has come, for its whole life; in milliseconds of site time. */
function progress(call: Call): RouteAnswer {
  const { world, caller, path } = call;
  const refused = (status: number, message: string) => ({ status, body: { errors: [{ message }] } });
  if (!holdsGlobally(world, caller.accountId, 'BULK_CHANGE'))
    return refused(400, 'You do not have the global permission to make bulk changes.');
  const task = findTask(world, path.taskId ?? '');
  const result: Json = JSON.parse(task?.result_json ?? 'null');
  if (!task || !Array.isArray(result?.processed)) return refused(400, `There is no bulk operation ${path.taskId}.`);
  const now = Math.min(world.clock.now(), task.finished);
  const isOver = now === task.finished;
  const user = world.setup.users.get(task.submitted_by);
  const { processed, failed, invalid } = result;
  const body = {
    taskId: String(task.id),
    status: isOver ? 'COMPLETE' : 'RUNNING',
    progressPercent: isOver ? 100 : Math.floor((100 * (now - task.submitted)) / (task.finished - task.submitted)),
    submittedBy: user ? userShape(user) : { accountId: task.submitted_by },
    created: jiraTime(task.submitted),
    started: jiraTime(task.submitted),
    updated: jiraTime(now),
    ...(isOver && {
      processedAccessibleIssues: processed,
      failedAccessibleIssues: failed,
      invalidOrInaccessibleIssueCount: invalid,
      totalIssueCount: processed.length + Object.keys(failed).length + invalid,
    }),
  };
  return { status: 200, body };
}

const at = '/rest/api/3/bulk/issues';
const writes = { method: 'POST', scopes: ['write:jira-work'], points: WRITE } as const;
const reads = { method: 'GET', scopes: ['read:jira-work'], points: READ_ONE } as const;
const chosen = { selectedIssueIdsOrKeys: 'any' } as const;

export const bulkRoutes: readonly Route[] = [
  {
    ...writes,
    path: `${at}/delete`,
    operationId: 'submitBulkDelete',
    body: { ...chosen, sendBulkNotification: 'boolean' },
    permission: 'Make bulk changes; Browse projects and Delete issues for each issue',
    answer: bulk('Delete issues', remove),
  },
  {
    ...writes,
    path: `${at}/watch`,
    operationId: 'submitBulkWatch',
    body: chosen,
    permission: 'Make bulk changes; Browse projects for each issue',
    answer: bulk('Watch issues', watched(follow)),
  },
  {
    ...writes,
    path: `${at}/unwatch`,
    operationId: 'submitBulkUnwatch',
    body: chosen,
    permission: 'Make bulk changes; Browse projects for each issue',
    answer: bulk('Stop watching issues', watched(unfollow)),
  },
  {
    ...writes,
    path: `${at}/transition`,
    operationId: 'submitBulkTransition',
    body: { bulkTransitionInputs: { ...chosen, transitionId: 'any' }, sendBulkNotification: 'boolean' },
    permission: 'Make bulk changes; Transition issues for each issue',
    answer: bulk('Transition issues', transition),
  },
  {
    ...reads,
    path: `${at}/transition`,
    operationId: 'getAvailableTransitions',
    query: { issueIdsOrKeys: 'list' },
    permission: 'Browse projects, Transition issues',
    answer: available,
  },
  {
    ...reads,
    path: '/rest/api/3/bulk/queue/{taskId}',
    operationId: 'getBulkOperationProgress',
    permission: 'Make bulk changes',
    answer: progress,
  },
];
