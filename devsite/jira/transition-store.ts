import type { Issue } from './issue';
import type { Json } from './json';
import { may } from './permissions';
import type { Transition } from './setup';
import { statusShape } from './shapes';
import type { World } from './world';

/** The transitions an account may take an issue through now. */
export function openTransitions(world: World, { row }: Issue, accountId: string): readonly Transition[] {
  if (!may(world, accountId, 'TRANSITION_ISSUES', row)) return [];
  return [...world.setup.transitions.values()].filter(({ from }) => from?.includes(row.status_id) ?? true);
}

export const transitionsShape = (world: World, issue: Issue, accountId: string): Json[] =>
  openTransitions(world, issue, accountId).map((transition) => {
    const to = world.setup.statuses.get(transition.to);
    return {
      id: String(transition.id),
      name: transition.name,
      to: to && statusShape(to),
      hasScreen: false,
      isGlobal: transition.from === undefined,
      isInitial: false,
      isAvailable: true,
      isConditional: false,
      isLooped: transition.to === issue.row.status_id,
    };
  });
