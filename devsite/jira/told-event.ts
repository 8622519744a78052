import type { Setup } from './configuration/setup';
import type { ProductEvent } from './jira';
import type { Json } from './json';
import { isAppBlocked } from './permissions/app-access-rule';
import { projectNamed } from './projects/project-named';
import type { World } from './world';

const projectOfKey = (setup: Setup, key: string): readonly number[] => {
  const project = projectNamed(setup, key.slice(0, key.lastIndexOf('-')));
  return project ? [project.id] : [];
};

/** The projects whose data an event tells of; one about a project itself tells of none. */
function projectsOf(setup: Setup, { body, projectId }: ProductEvent): readonly number[] {
  if (projectId !== undefined) return [projectId];
  const { issue, sourceProjectId, destinationProjectId } = body as Readonly<Record<string, Json>>;
  if (sourceProjectId !== undefined) return [Number(sourceProjectId), Number(destinationProjectId)];
  return typeof issue?.key === 'string' ? projectOfKey(setup, issue.key) : [];
}

/** Whether the app may hear of an event: not of the data of projects that an app access rule keeps it out of. */
export const isToldToApp = (world: Pick<World, 'setup'>, event: ProductEvent): boolean =>
  !projectsOf(world.setup, event).some((id) => isAppBlocked(world, id));
