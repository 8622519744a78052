import type { DescribedSite } from '../a-described-site';
import { POST, SHED } from '../a-described-site';
import type { Calls } from '../described';

const CLERKS = 10002;
const role = { id: CLERKS };
const projectRole = { projectIdOrKey: 'POST', id: CLERKS };
const FOR_STAFF = 2;
const scheme = { schemeId: FOR_STAFF };
const named = { name: 'Drivers', description: 'Those who drive' };
const grant = { permission: 'ADMINISTER_PROJECTS', holder: { type: 'group', parameter: 'staff' } };
const withGrants = { name: 'For drivers', description: 'Drivers alone', permissions: [grant] };
const expand = 'permissions,user,group,projectRole,field,all';

/** The role, with a group that acts in it by default. */
function filled({ make }: DescribedSite): typeof role {
  make(`/role/${CLERKS}/actors`, { group: ['staff'] });
  return role;
}

/** Ada, with a property. */
function shownOf({ make }: DescribedSite): { readonly accountId: string } {
  make('/user/properties/shown?accountId=ada', { columns: ['summary'] }, 'PUT');
  return { accountId: 'ada' };
}

/** People, groups, roles and what they may. */
export const peopleCalls: Calls = {
  getUser: () => ({ query: { accountId: 'ada', expand: 'groups' } }),
  getCurrentUser: () => ({ as: 'ada', query: { expand: 'groups' } }),
  getAllUsers: () => ({}),
  findUsers: () => ({ query: { query: 'ada' } }),
  findAssignableUsers: () => ({ query: { project: 'POST' } }),
  getUserDefaultColumns: () => ({ query: { accountId: 'ada' } }),
  setUserColumns: () => ({ body: { columns: ['summary', 'status'] } }),
  resetUserColumns: () => ({ query: { accountId: 'ada' } }),
  getUserPropertyKeys: (on) => ({ query: shownOf(on) }),
  getUserProperty: (on) => ({ path: { propertyKey: 'shown' }, query: shownOf(on) }),
  setUserProperty: () => ({
    path: { propertyKey: 'shown' },
    query: { accountId: 'ada' },
    body: { columns: ['summary'] },
  }),
  deleteUserProperty: (on) => ({ path: { propertyKey: 'shown' }, query: shownOf(on) }),
  findGroups: () => ({ query: { query: 'sta' } }),
  getUsersFromGroup: () => ({ query: { groupname: 'staff', maxResults: 1 } }),
  bulkGetGroups: () => ({}),
  getAllProjectRoles: (on) => {
    filled(on);
    return {};
  },
  createProjectRole: () => ({ body: named }),
  getProjectRoleById: (on) => ({ path: filled(on) }),
  partialUpdateProjectRole: (on) => ({ path: filled(on), body: named }),
  fullyUpdateProjectRole: (on) => ({ path: filled(on), body: named }),
  deleteProjectRole: () => ({ path: role, query: { swap: 10003 } }),
  getProjectRoleActorsForRole: (on) => ({ path: filled(on) }),
  addProjectRoleActorsToRole: () => ({ path: role, body: { group: ['staff'] } }),
  deleteProjectRoleActorsFromRole: ({ make }) => {
    make(`/role/${CLERKS}/actors`, { user: ['bob'], group: ['staff'] });
    return { path: role, query: { user: 'bob' } };
  },
  getProjectRoles: () => ({ path: projectRole }),
  getProjectRoleDetails: () => ({ path: projectRole }),
  getProjectRole: () => ({ path: projectRole }),
  addActorUsers: () => ({ path: projectRole, body: { user: ['ada'] } }),
  setActors: () => ({
    path: projectRole,
    body: { categorisedActors: { 'atlassian-group-role-actor': ['staff'], 'atlassian-user-role-actor': ['ada'] } },
  }),
  deleteActor: () => ({ path: projectRole, query: { group: 'staff' } }),
  getBulkPermissions: () => ({
    body: {
      accountId: 'ada',
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [{ issues: [10000], permissions: ['EDIT_ISSUES'], projects: [Number(POST)] }],
    },
  }),
  getAllPermissions: () => ({}),
  getPermittedProjects: () => ({ body: { permissions: ['EDIT_ISSUES'] } }),
  getMyPermissions: () => ({ query: { permissions: 'EDIT_ISSUES', projectKey: 'POST' } }),
  getAllPermissionSchemes: () => ({ query: { expand } }),
  getPermissionScheme: () => ({ path: scheme, query: { expand } }),
  getPermissionSchemeGrants: () => ({ path: scheme, query: { expand } }),
  getPermissionSchemeGrant: ({ read }) => {
    const [{ id }] = read(`/permissionscheme/${FOR_STAFF}/permission`).permissions;
    return { path: { ...scheme, permissionId: id }, query: { expand } };
  },
  createPermissionScheme: () => ({ body: withGrants, query: { expand } }),
  updatePermissionScheme: () => ({ path: scheme, body: withGrants, query: { expand } }),
  deletePermissionScheme: () => ({ path: scheme }),
  createPermissionGrant: () => ({ path: scheme, body: grant, query: { expand } }),
  deletePermissionSchemeEntity: ({ read }) => {
    const [{ id }] = read(`/permissionscheme/${FOR_STAFF}/permission`).permissions;
    return { path: { ...scheme, permissionId: id } };
  },
  getAssignedPermissionScheme: () => ({ path: { projectKeyOrId: 'POST' }, query: { expand } }),
  assignPermissionScheme: () => ({ path: { projectKeyOrId: SHED }, body: { id: FOR_STAFF }, query: { expand } }),
};
