import type { SiteDatabase } from '../../database';
import type {
  IssueTypeScheme,
  IssueTypeScreenScheme,
  PermissionScheme,
  Screen,
  ScreenScheme,
  Workflow,
  WorkflowScheme,
} from './configuration';
import { describedIn, mappingsIn, readAll, type SetupRow, scopeIn } from './read-rows';
import type { Setup } from './setup';

const schemeIn = (row: SetupRow) => ({ ...describedIn(row), ...scopeIn(row) });

const workflow = (row: SetupRow): Workflow => ({
  ...schemeIn(row),
  version: { id: row.version_id, number: row.version_number },
  statuses: JSON.parse(row.statuses_json),
  transitions: JSON.parse(row.transitions_json),
  layout: JSON.parse(row.layout_json ?? '{}'),
});

const workflowScheme = (row: SetupRow): WorkflowScheme => ({
  ...schemeIn(row),
  defaultWorkflowId: row.default_workflow_id,
  workflowIds: mappingsIn(row.mappings_json),
});

const issueTypeScheme = (row: SetupRow): IssueTypeScheme => ({
  ...schemeIn(row),
  defaultIssueTypeId: row.default_type_id ?? undefined,
  issueTypeIds: JSON.parse(row.types_json),
});

const screen = (row: SetupRow): Screen => ({ ...schemeIn(row), tabs: JSON.parse(row.tabs_json) });

const screenScheme = (row: SetupRow): ScreenScheme => ({ ...schemeIn(row), screens: JSON.parse(row.screens_json) });

const issueTypeScreenScheme = (row: SetupRow): IssueTypeScreenScheme => ({
  ...schemeIn(row),
  defaultScreenSchemeId: row.default_screen_scheme_id,
  screenSchemeIds: mappingsIn(row.mappings_json),
});

type Configuration = Pick<
  Setup,
  | 'workflows'
  | 'workflowSchemes'
  | 'issueTypeSchemes'
  | 'screens'
  | 'screenSchemes'
  | 'issueTypeScreenSchemes'
  | 'permissionSchemes'
>;

/** Workflows, screens and the schemes that hand them out. */
export const readConfiguration = (database: SiteDatabase): Configuration => ({
  workflows: readAll(database, 'jira_workflow', workflow, 'rowid'),
  workflowSchemes: readAll(database, 'jira_workflow_scheme', workflowScheme),
  issueTypeSchemes: readAll(database, 'jira_issue_type_scheme', issueTypeScheme),
  screens: readAll(database, 'jira_screen', screen),
  screenSchemes: readAll(database, 'jira_screen_scheme', screenScheme),
  issueTypeScreenSchemes: readAll(database, 'jira_issue_type_screen_scheme', issueTypeScreenScheme),
  permissionSchemes: readAll(database, 'jira_permission_scheme', schemeIn as (row: SetupRow) => PermissionScheme),
});
