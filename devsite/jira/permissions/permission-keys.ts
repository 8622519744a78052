export interface PermissionKey {
  readonly key: string;
  readonly name: string;
  readonly type: 'GLOBAL' | 'PROJECT';
}

const list = (type: PermissionKey['type'], text: string): readonly PermissionKey[] =>
  text
    .trim()
    .split(/\s+/)
    .map((key) => ({ key, type, name: nameOf(key) }));

const nameOf = (key: string): string =>
  key
    .toLowerCase()
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/ (2026-02) */
export const builtInPermissions: readonly PermissionKey[] = [
  ...list(
    'GLOBAL',
    'ADMINISTER BULK_CHANGE CREATE_PROJECT CREATE_SHARED_OBJECTS MANAGE_GROUP_FILTER_SUBSCRIPTIONS USER_PICKER',
  ),
  ...list(
    'PROJECT',
    `ADMINISTER_PROJECTS BROWSE_PROJECTS EDIT_ISSUE_LAYOUT MANAGE_SPRINTS_PERMISSION SERVICEDESK_AGENT VIEW_DEV_TOOLS
    VIEW_READONLY_WORKFLOW ASSIGNABLE_USER ASSIGN_ISSUES CLOSE_ISSUES CREATE_ISSUES DELETE_ISSUES EDIT_ISSUES LINK_ISSUES
    MODIFY_REPORTER MOVE_ISSUES RESOLVE_ISSUES SCHEDULE_ISSUES SET_ISSUE_SECURITY TRANSITION_ISSUES MANAGE_WATCHERS
    VIEW_VOTERS_AND_WATCHERS ADD_COMMENTS DELETE_ALL_COMMENTS DELETE_OWN_COMMENTS EDIT_ALL_COMMENTS EDIT_OWN_COMMENTS
    CREATE_ATTACHMENTS DELETE_ALL_ATTACHMENTS DELETE_OWN_ATTACHMENTS DELETE_ALL_WORKLOGS DELETE_OWN_WORKLOGS
    EDIT_ALL_WORKLOGS EDIT_OWN_WORKLOGS WORK_ON_ISSUES`,
  ),
];
