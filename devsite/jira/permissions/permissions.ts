import type { Grant, Project, Setup } from '../configuration/setup';
import type { IssueRow } from '../schema';
import type { World } from '../world';
import { APPS_ROLE } from './apps-role';
import { grantsOf } from './grants';

type Held = 'always' | 'never' | readonly ('reporter' | 'assignee')[];

const known = new WeakMap<Setup, Map<string, Held>>();

export function isGroupMember(setup: Setup, accountId: string, group: string | null): boolean {
  return group !== null && (setup.groups.get(group)?.members.has(accountId) ?? false);
}

/** Whether an account is of a role in a project, by itself or by a group. */
export function hasRole(setup: Setup, accountId: string, project: Project, roleId: number): boolean {
  if (roleId === APPS_ROLE && setup.users.get(accountId)?.accountType === 'app') return true;
  return project.roles.some(
    (actor) =>
      actor.roleId === roleId && (actor.accountId === accountId || isGroupMember(setup, accountId, actor.groupName)),
  );
}

const holds: Readonly<Record<string, (setup: Setup, accountId: string, project: Project, grant: Grant) => boolean>> = {
  anyone: () => true,
  projectLead: (_setup, accountId, project) => project.lead === accountId,
  user: (_setup, accountId, _project, grant) => grant.parameter === accountId,
  group: (setup, accountId, _project, grant) => isGroupMember(setup, accountId, grant.parameter),
  role: (setup, accountId, project, grant) => hasRole(setup, accountId, project, Number(grant.parameter)),
  applicationRole: (setup, accountId) => setup.users.get(accountId)?.accountType === 'atlassian',
};

/** All that is left of an archived project; of one in the trash there is nothing. */
const kept: ReadonlySet<string> = new Set(['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS']);

const isOutOfUse = ({ state }: Project, permission: string): boolean =>
  state === 'deleted' || (state === 'archived' && !kept.has(permission));

function heldOf(setup: Setup, accountId: string, permission: string, project: Project): Held {
  if (isOutOfUse(project, permission)) return 'never';
  const grants = grantsOf(setup, project.schemes.permissionSchemeId, permission);
  if (grants.some((grant) => holds[grant.holder]?.(setup, accountId, project, grant))) return 'always';
  const inPerson = (['reporter', 'assignee'] as const).filter((who) => grants.some(({ holder }) => holder === who));
  return inPerson.length > 0 ? inPerson : 'never';
}

/** By which claim an account holds a permission in a project, worked out once a set-up. */
export function held(setup: Setup, accountId: string, permission: string, project: Project): Held {
  const answers = known.get(setup) ?? new Map<string, Held>();
  known.set(setup, answers);
  const key = `${permission} ${project.id} ${accountId}`;
  const answer = answers.get(key) ?? heldOf(setup, accountId, permission, project);
  answers.set(key, answer);
  return answer;
}

/** An issue, or one about to be, as far as permissions look at it. */
export type Where = Pick<IssueRow, 'project_id' | 'reporter' | 'assignee'> & Partial<Pick<IssueRow, 'archived'>>;

export const isArchived = ({ archived = null }: Partial<Pick<IssueRow, 'archived'>>): boolean => archived !== null;

/** Whether an account may do something in a project, or to an issue of it. */
export function may(world: World, accountId: string, permission: string, where: number | Where): boolean {
  const issue = typeof where === 'number' ? undefined : where;
  const project = world.setup.projects.get(typeof where === 'number' ? where : where.project_id);
  // An archived issue can be looked at and nothing else: https://support.atlassian.com/jira-software-cloud/docs/archive-an-issue/ (2026-11)
  if (!project || (issue && isArchived(issue) && permission !== 'BROWSE_PROJECTS')) return false;
  const claim = held(world.setup, accountId, permission, project);
  if (claim === 'always' || claim === 'never') return claim === 'always';
  return issue !== undefined && claim.some((who) => issue[who] === accountId);
}
