import { holdsGlobally } from '../admin';
import type { IssueType, Project } from '../configuration/setup';
import { may } from '../permissions/permissions';
import { refuse } from '../refusal';
import type { Call } from '../route';
import { projectNamed } from './project-named';

/** The project a call is about; 404 when there is none that the caller may see. */
export function calledProject({ world, caller, path }: Call, idOrKey = path.projectIdOrKey ?? ''): Project {
  const project = projectNamed(world.setup, idOrKey);
  if (!project || !seesProject({ world, caller }, project))
    throw refuse(404, `No project could be found with key '${idOrKey}'.`);
  return project;
}

/** Whoever may browse a project, work in it or administer it sees it, and administrators do; nobody when it is in the trash. */
export const seesProject = ({ world, caller }: Pick<Call, 'world' | 'caller'>, { id, state }: Project): boolean =>
  ['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS'].some((permission) => may(world, caller.accountId, permission, id)) ||
  (state !== 'deleted' && holdsGlobally(world, caller.accountId, 'ADMINISTER'));

export const issueTypesOf = ({ world }: Call, project: Project): readonly IssueType[] =>
  project.issueTypeIds.flatMap((id) => world.setup.issueTypes.get(id) ?? []);
