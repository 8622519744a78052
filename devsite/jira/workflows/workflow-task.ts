import { Refusal } from '../refusal';
import type { RouteAnswer } from '../route';
import { findTask, startTask, taskAddress, taskShape } from '../tasks';
import type { World } from '../world';

/** What the descriptions of tasks that change workflows begin with. */
const KIND = 'Workflow configuration: ';

/** Begins a task; its work is done already. Answers its id. */
export const startWorkflowTask = (world: World, description: string, accountId: string): number =>
  startTask(world, { description: `${KIND}${description}`, submittedBy: accountId });

/** 409 while a task that changes workflows runs: Jira configures workflows one task at a time. */
export function noWorkflowTaskRuns({ database, clock }: World): void {
  const running = database
    .sql('SELECT id FROM jira_task WHERE description LIKE ? AND finished > ? ORDER BY id DESC')
    .get<{ id: number }>(`${KIND}%`, clock.now());
  if (running)
    throw new Refusal(409, ['Another task is currently running, please try again later.'], {
      conflictingTaskId: String(running.id),
    });
}

/** The answer that tells where a task can be followed. */
export function taskAnswer(world: World, id: number): RouteAnswer {
  const task = findTask(world, String(id));
  return { status: 303, headers: { location: taskAddress(id) }, body: task && taskShape(world, task) };
}
