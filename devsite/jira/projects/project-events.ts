import type { Project } from '../configuration/setup';
import { projectShape } from '../shapes';
import type { World } from '../world';

/** https://developer.atlassian.com/platform/forge/events-reference/jira/#project-events (2026-08) */
export type ProjectHappening =
  | 'created'
  | 'updated'
  | 'softdeleted'
  | 'deleted'
  | 'archived'
  | 'unarchived'
  | 'restored';

export const projectHappened = (world: World, what: ProjectHappening, project: Project, actor: string): void =>
  world.emit({ eventType: `avi:jira:${what}:project`, actor, body: { project: projectShape(project) } });
