import type { Priority, Project } from '../configuration/setup';
import type { World } from '../world';

/** The priority of an issue of a project if nobody says: the project's own, else the one in the middle. */
export function defaultPriority({ setup }: World, project: Project): Priority | undefined {
  const all = [...setup.priorities.values()];
  return setup.priorities.get(project.defaultPriorityId ?? 0) ?? all[Math.floor(all.length / 2)];
}
