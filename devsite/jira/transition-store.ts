import type { WorkflowTransition } from './configuration';
import type { Issue } from './issue';
import type { Json } from './json';
import { may } from './permissions';
import { statusShape } from './shapes';
import { transitionsFrom, workflowOf } from './workflow-of';
import type { World } from './world';

/** The transitions an account may take an issue through now. */
export function openTransitions(world: World, { row }: Issue, accountId: string): readonly WorkflowTransition[] {
  if (!may(world, accountId, 'TRANSITION_ISSUES', row)) return [];
  const project = world.setup.projects.get(row.project_id);
  return project ? transitionsFrom(workflowOf(world.setup, project, row.type_id), row.status_id) : [];
}

export const transitionsShape = (world: World, issue: Issue, accountId: string): Json[] =>
  openTransitions(world, issue, accountId).map((transition) => {
    const to = world.setup.statuses.get(transition.to);
    return {
      id: String(transition.id),
      name: transition.name,
      to: to && statusShape(to),
      hasScreen: transition.screenId !== undefined,
      isGlobal: transition.type === 'GLOBAL',
      isInitial: false,
      isAvailable: true,
      isConditional: transition.conditions !== undefined,
      isLooped: transition.to === issue.row.status_id,
    };
  });
