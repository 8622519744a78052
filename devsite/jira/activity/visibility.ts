import { chosen } from '../../platform/chosen';
import { malformed } from '../body-reading';
import { literal } from '../jql/jql-field';
import type { Json } from '../json';
import { APPS_ROLE } from '../permissions/apps-role';
import { hasRole, isGroupMember } from '../permissions/permissions';
import { type Refusal, refuseField } from '../refusal';
import type { World } from '../world';
import type { Restricted } from './restricted';

/** As bodies name it. */
export const visibilityBody = { type: 'text', value: 'text', identifier: 'text' } as const;

const everyone: Restricted = { visible_group: null, visible_role: null };

/** Where somebody writes something, and for whom it was before; absent: for everyone. */
interface Writing {
  readonly accountId: string;
  readonly projectId: number;
  readonly before?: Restricted;
}

/** In the words of Jira: https://github.com/atlassian/atlassian-mcp-server/issues/105 (2026-03-11) */
const unfit = (message: string): Refusal => refuseField('commentLevel', message);

function groupIn({ setup }: World, { value, identifier }: Json, accountId: string): string {
  const isMeant = ([name, { id }]: readonly [string, { readonly id: string }]) =>
    typeof identifier === 'string' ? id === identifier : name === value;
  const [name] = [...setup.groups].find(isMeant) ?? [];
  if (name === undefined) throw unfit(`Group: ${identifier ?? value} does not exist.`);
  if (!isGroupMember(setup, accountId, name)) throw unfit(`You are currently not a member of the group: ${name}.`);
  return name;
}

function roleIn({ setup }: World, { value, identifier }: Json, { accountId, projectId }: Writing): number {
  const named = identifier ?? value;
  const role = [...setup.roles.values()].find(({ name }) => name === named);
  if (!role) throw unfit(`Role with id: ${named} does not exist.`);
  const project = setup.projects.get(projectId);
  if (!project || !hasRole(setup, accountId, project, role.id))
    throw unfit(`You are currently not a member of the project role: ${role.name}.`);
  return role.id;
}

/** For whom a body says that something is; as before where it says nothing. Only who is of them may say so. */
export function restrictionIn(world: World, visibility: Json, writing: Writing): Restricted {
  if (visibility === undefined) return (chosen.keepsVisibility && writing.before) || everyone;
  if (visibility === null) return everyone;
  const { type, value, identifier } = visibility;
  if (typeof (identifier ?? value) !== 'string') throw malformed();
  if (type === 'group') return { ...everyone, visible_group: groupIn(world, visibility, writing.accountId) };
  if (type === 'role') return { ...everyone, visible_role: roleIn(world, visibility, writing) };
  throw malformed();
}

/** Whether events tell of it. */
export const isTold = ({ visible_group, visible_role }: Restricted): boolean =>
  chosen.tellsOfRestricted || (visible_group === null && visible_role === null);

/** The key `visibility` of an answer; none where everyone sees it. */
export function visibilityShape({ setup }: World, { visible_group, visible_role }: Restricted): Json {
  if (visible_group !== null) {
    const identifier = setup.groups.get(visible_group)?.id ?? null;
    return { visibility: { type: 'group', value: visible_group, identifier } };
  }
  const role = visible_role === null ? undefined : setup.roles.get(visible_role);
  return role && { visibility: { type: 'role', value: role.name, identifier: role.name } };
}

/** SQL that holds for those rows of a comment or a worklog, by this name in a statement, that are shown to somebody. */
export function shownTo({ setup }: Pick<World, 'setup'>, accountId: string, row: string): string {
  const who = literal(accountId);
  const groups = `SELECT group_name FROM jira_group_member WHERE account_id = ${who}`;
  const isApps = setup.users.get(accountId)?.accountType === 'app' ? `${row}.visible_role = ${APPS_ROLE} OR ` : '';
  return `CASE
    WHEN ${row}.visible_role IS NOT NULL THEN ${isApps}EXISTS (
      SELECT 1 FROM jira_role_actor r JOIN jira_issue o ON o.project_id = r.project_id
      WHERE o.id = ${row}.issue_id AND r.role_id = ${row}.visible_role
        AND (r.account_id = ${who} OR r.group_name IN (${groups})))
    WHEN ${row}.visible_group IS NOT NULL THEN ${row}.visible_group IN (${groups})
    ELSE 1 END`;
}
