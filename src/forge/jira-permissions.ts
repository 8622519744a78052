import { asUser, route } from '@forge/api';
import { body, json } from './jira';

/** The issues among these on which the person who asks holds the permission. */
export async function permittedIssues(permission: string, issues: readonly number[]): Promise<readonly number[]> {
  const ask = { projectPermissions: [{ permissions: [permission], issues }] };
  const answer = await asUser().requestJira(route`/rest/api/3/permissions/check`, json('POST', ask));
  const checked = await body<{
    readonly projectPermissions: readonly { readonly permission: string; readonly issues?: readonly number[] }[];
  }>('permission check', answer);
  return checked.projectPermissions.find((granted) => granted.permission === permission)?.issues ?? [];
}

/** Whether the person who asks holds a global permission. */
export async function permittedGlobally(permission: string): Promise<boolean> {
  const ask = { globalPermissions: [permission] };
  const answer = await asUser().requestJira(route`/rest/api/3/permissions/check`, json('POST', ask));
  const checked = await body<{ readonly globalPermissions?: readonly string[] }>('permission check', answer);
  return checked.globalPermissions?.includes(permission) ?? false;
}

/** Whether the person who asks holds a permission of projects in any of them. Scope: read:jira-work. */
export async function permittedSomewhere(permission: string): Promise<boolean> {
  const answer = await asUser().requestJira(route`/rest/api/3/mypermissions?permissions=${permission}`);
  const { permissions } = await body<{
    readonly permissions: Readonly<Record<string, { readonly havePermission: boolean }>>;
  }>('permission check', answer);
  return permissions[permission]?.havePermission ?? false;
}
