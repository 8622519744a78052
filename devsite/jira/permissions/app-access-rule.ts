import type { Project, Setup } from '../configuration/setup';
import type { Caller } from '../jira';
import type { Route } from '../route';
import type { World } from '../world';

/**
 * The operations that an app access rule withholds; all others go on.
 * `x-atlassian-data-security-policy` in https://developer.atlassian.com/cloud/jira/platform/swagger-v3.v3.json (2026-11)
 */
const withheld: ReadonlySet<string> = new Set(
  `addAttachment addComment addSharePermission addVote addWatcher addWorklog archiveIssues archiveIssuesAsync
  assignIssue bulkDeleteIssueProperty bulkDeleteWorklogs bulkFetchIssues bulkMoveWorklogs
  bulkSetIssuePropertiesByIssue bulkSetIssueProperty bulkSetIssuesPropertiesList changeFilterOwner countIssues
  createFilter createIssue createIssues createOrUpdateRemoteIssueLink deleteComment deleteCommentProperty
  deleteCustomField deleteFavouriteForFilter deleteIssue deleteIssueLink deleteIssueProperty deleteProject
  deleteProjectAsynchronously deleteRemoteIssueLinkByGlobalId deleteRemoteIssueLinkById deleteSharePermission
  deleteWorklog deleteWorklogProperty doTransition editIssue evaluateJSISJiraExpression evaluateJiraExpression
  expandAttachmentForHumans expandAttachmentForMachines exportArchivedIssues findAssignableUsers findUsersByQuery
  findUsersWithAllPermissions findUsersWithBrowsePermission getAttachment getAttachmentContent
  getAttachmentThumbnail getAvatarImageByID getAvatarImageByOwner getBulkChangelogs getChangeLogs
  getChangeLogsByIds getColumns getComment getCommentProperty getCommentPropertyKeys getComments getCommentsByIds
  getCreateIssueMeta getCustomFieldConfiguration getCustomFieldsConfigurations getEditIssueMeta
  getFieldAutoCompleteForQueryString getFilter getFiltersPaginated getIdsOfWorklogsModifiedSince
  getIsWatchingIssueBulk getIssue getIssueLink getIssuePickerResource getIssueProperty getIssuePropertyKeys
  getIssueWatchers getIssueWorklog getMyFilters getProjectRoleDetails getRemoteIssueLinkById getRemoteIssueLinks
  getSelectableIssueFieldOptions getSharePermission getSharePermissions getTransitions getVersionUnresolvedIssues
  getVisibleIssueFieldOptions getVotes getWorklog getWorklogProperty getWorklogPropertyKeys getWorklogsForIds
  linkIssues matchIssues notify parseJqlQueries removeAttachment removeDefaultProjectClassification removeVote
  removeWatcher replaceIssueFieldOption resetColumns sanitiseJqlQueries searchAndReconsileIssuesUsingJql
  searchAndReconsileIssuesUsingJqlPost searchForIssuesUsingJql searchForIssuesUsingJqlPost setColumns
  setCommentProperty setFavouriteForFilter setIssueProperty setWorklogProperty storeAvatar unarchiveIssues
  updateComment updateCustomFieldValue updateDefaultProjectClassification updateFilter
  updateMultipleCustomFieldValues updateRemoteIssueLink updateWorklog`.split(/\s+/),
);

/** Whether an app access rule concerns an operation. */
export const isWithheld = (operationId: string): boolean => withheld.has(operationId);

/** No scheme has this id: who a project goes by it for holds nothing there. */
const NO_SCHEME = -1;

/** Whether the app is kept out of a project in the world as it finds it; of the project itself it may know. */
export const isShut = ({ schemes }: Project): boolean => schemes.permissionSchemeId === NO_SCHEME;

const blocked = (project: Project): Project =>
  project.blocksApp ? { ...project, schemes: { ...project.schemes, permissionSchemeId: NO_SCHEME } } : project;

const withoutBlocked = new WeakMap<Setup, Setup>();

function setupForApp(setup: Setup): Setup {
  const known = withoutBlocked.get(setup);
  if (known) return known;
  const projects = new Map([...setup.projects].map(([id, project]) => [id, blocked(project)]));
  const isAnyBlocked = [...setup.projects.values()].some(({ blocksApp }) => blocksApp);
  const own = isAnyBlocked ? { ...setup, projects } : setup;
  withoutBlocked.set(setup, own);
  return own;
}

/** Whether a call comes through the app: as itself, or for a person. */
const isThroughApp = (world: World, { scopes, accountId }: Caller): boolean =>
  scopes !== undefined || accountId === world.appAccountId;

/**
 * The world as a call finds it: through the app there are no issues in projects that an app access rule keeps it out
 * of, whoever it asks for. https://support.atlassian.com/security-and-access-policies/docs/block-app-access/ (2026-11)
 */
export function worldFor(world: World, caller: Caller, { operationId }: Route): World {
  if (!isWithheld(operationId) || !isThroughApp(world, caller)) return world;
  if (setupForApp(world.setup) === world.setup) return world;
  return Object.create(world, { setup: { get: () => setupForApp(world.setup) } });
}

/** Whether an app access rule keeps the app out of a project. */
export const isAppBlocked = ({ setup }: Pick<World, 'setup'>, projectId: number): boolean =>
  setup.projects.get(projectId)?.blocksApp === true;
