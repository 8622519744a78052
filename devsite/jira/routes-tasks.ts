import { holdsGlobally } from './admin';
import { READ_ONE } from './points';
import { refuse } from './refusal';
import type { Call, Route, RouteAnswer } from './route';
import { findTask, taskShape } from './tasks';

function read({ world, caller, path }: Call): RouteAnswer {
  const task = findTask(world, path.taskId ?? '');
  if (!task) throw refuse(404, `The task with ID ${path.taskId} was not found.`);
  if (task.submitted_by !== caller.accountId && !holdsGlobally(world, caller.accountId, 'ADMINISTER'))
    throw refuse(403, 'You do not have permission to see this task.');
  return { status: 200, body: taskShape(world, task) };
}

export const taskRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/task/{taskId}',
    operationId: 'getTask',
    scopes: ['read:jira-work'],
    permission: 'administrators, the app, and whoever began it',
    points: READ_ONE,
    answer: read,
  },
];
