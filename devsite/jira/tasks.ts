import { chosen } from '../platform/chosen';
import { insertRow } from './ids';
import type { Json } from './json';
import { REST } from './shapes';
import type { World } from './world';

interface TaskRow {
  readonly id: number;
  readonly description: string;
  readonly status: 'COMPLETE' | 'FAILED';
  readonly submitted: number;
  readonly finished: number;
  readonly submitted_by: string;
  readonly result_json: string | null;
  readonly message: string | null;
}

/** What a task has come to; what it does is done before it is begun, and told when its time is over. */
export interface NewTask {
  readonly description: string;
  readonly submittedBy: string;
  readonly result?: Json;
  readonly message?: string;
  readonly failed?: boolean;
}

/** Where a task is told of. */
export const taskAddress = (id: number | string): string => `${REST}/task/${id}`;

/** Begins a task that runs for `chosen.taskTakes`; answers its id. */
export function startTask({ database, clock }: World, task: NewTask): number {
  const submitted = clock.now();
  return insertRow(database, 'jira_task', {
    description: task.description,
    status: task.failed ? 'FAILED' : 'COMPLETE',
    progress: 100,
    submitted,
    finished: submitted + chosen.taskTakes,
    submitted_by: task.submittedBy,
    result_json: task.result === undefined ? null : JSON.stringify(task.result),
    message: task.message ?? null,
  });
}

export const findTask = ({ database }: World, id: string): TaskRow | undefined =>
  /^\d+$/.test(id) ? database.sql('SELECT * FROM jira_task WHERE id = ?').get<TaskRow>(Number(id)) : undefined;

/** A task as Jira's `TaskProgressBean` has it, at the site's time. */
export function taskShape({ clock, setup }: World, task: TaskRow): Json {
  const now = Math.min(clock.now(), task.finished);
  const isOver = now === task.finished;
  const { id, description, submitted, finished, result_json, message } = task;
  return {
    self: taskAddress(id),
    id: String(id),
    description,
    status: isOver ? task.status : 'RUNNING',
    ...(isOver && message !== null && { message }),
    ...(isOver && result_json !== null && { result: JSON.parse(result_json) }),
    submittedBy: [...setup.users.keys()].indexOf(task.submitted_by) + 10_000,
    progress: isOver ? 100 : Math.floor((100 * (now - submitted)) / (finished - submitted)),
    elapsedRuntime: now - submitted,
    submitted,
    started: submitted,
    ...(isOver && { finished }),
    lastUpdate: now,
  };
}
