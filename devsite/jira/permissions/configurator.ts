import { holdsGlobally } from '../admin';
import type { Scoped } from '../configuration/configuration';
import { needed, oneOf } from '../fields/asked-fields';
import type { Json } from '../json';
import { refuse } from '../refusal';
import type { Call } from '../route';
import { may } from './permissions';

/** Whether the caller may see or change what holds everywhere, or in one project: administrators may all of it. */
export function mayConfigure({ world, caller }: Call, { scopeProjectId }: Scoped): boolean {
  if (holdsGlobally(world, caller.accountId, 'ADMINISTER')) return true;
  return scopeProjectId !== undefined && may(world, caller.accountId, 'ADMINISTER_PROJECTS', scopeProjectId);
}

/** Lets those who may configure pass; the others are answered 401, as the calls of statuses and workflows say. */
export function configuratorsOnly(call: Call, scoped: Scoped): void {
  if (!mayConfigure(call, scoped)) throw refuse(401, 'You do not have permission to configure workflows here.');
}

/** The scope of a body; 400 for a project that is not team-managed. */
export function scopeIn({ world }: Call, scope: Json): Scoped {
  const type = oneOf(['GLOBAL', 'PROJECT'], needed(scope, 'type', 'scope'), 'scope.type');
  if (type === 'GLOBAL') return { scopeProjectId: undefined };
  const id = Number(needed(scope.project ?? undefined, 'id', 'scope.project'));
  if (world.setup.projects.get(id)?.style !== 'next-gen')
    throw refuse(400, `The project with ID ${id} is not a team-managed project.`);
  return { scopeProjectId: id };
}
