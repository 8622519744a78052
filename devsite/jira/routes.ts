import type { Route } from './route';
import { appFieldRoutes } from './routes-app-fields';
import { bulkFetchRoutes } from './routes-bulk-fetch';
import { changelogRoutes } from './routes-changelog';
import { commentRoutes } from './routes-comment';
import { commentPropertyRoutes } from './routes-comment-property';
import { createMetaRoutes } from './routes-create-meta';
import { dashboardRoutes } from './routes-dashboards';
import { dataPolicyRoutes } from './routes-data-policy';
import { expressionRoutes } from './routes-expressions';
import { fieldAssociationRoutes } from './routes-field-association';
import { fieldContextPlaceRoutes } from './routes-field-context-places';
import { fieldContextRoutes } from './routes-field-contexts';
import { fieldDefaultRoutes } from './routes-field-defaults';
import { fieldEditRoutes } from './routes-field-edit';
import { fieldOptionRoutes } from './routes-field-options';
import { fieldRoutes } from './routes-fields';
import { filterRoutes } from './routes-filter';
import { filterPartRoutes } from './routes-filter-parts';
import { gadgetPropertyRoutes } from './routes-gadget-properties';
import { gadgetRoutes } from './routes-gadgets';
import { groupRoutes } from './routes-groups';
import { issueRoutes } from './routes-issue';
import { issueTypePropertyRoutes } from './routes-issue-type-properties';
import { issueTypeSchemeTypeRoutes } from './routes-issue-type-scheme-types';
import { issueTypeSchemeRoutes } from './routes-issue-type-schemes';
import { issueTypeRoutes } from './routes-issue-types';
import { issueWorkRoutes } from './routes-issue-work';
import { jqlRoutes } from './routes-jql';
import { labelRoutes } from './routes-labels';
import { linkRoutes } from './routes-link';
import { linkTypeRoutes } from './routes-link-types';
import { metadataRoutes } from './routes-metadata';
import { notifyRoutes } from './routes-notify';
import { permissionSchemeRoutes } from './routes-permission-schemes';
import { permissionRoutes } from './routes-permissions';
import { precomputationRoutes } from './routes-precomputation';
import { priorityRoutes } from './routes-priorities';
import { prioritySchemeRoutes } from './routes-priority-schemes';
import { projectCategoryRoutes } from './routes-project-categories';
import { projectPropertyRoutes } from './routes-project-property';
import { projectRoleRoutes } from './routes-project-roles';
import { projectTypeRoutes } from './routes-project-types';
import { projectValidationRoutes } from './routes-project-validation';
import { projectWriteRoutes } from './routes-project-write';
import { projectRoutes } from './routes-projects';
import { propertyRoutes } from './routes-property';
import { resolutionRoutes } from './routes-resolutions';
import { roleRoutes } from './routes-roles';
import { screenSchemeRoutes } from './routes-screen-schemes';
import { screenTabFieldRoutes } from './routes-screen-tab-fields';
import { screenTabRoutes } from './routes-screen-tabs';
import { screenRoutes } from './routes-screens';
import { searchRoutes } from './routes-search';
import { taskRoutes } from './routes-tasks';
import { transitionRoutes } from './routes-transition';
import { typeScreenSchemeMappingRoutes } from './routes-type-screen-scheme-mappings';
import { typeScreenSchemeRoutes } from './routes-type-screen-schemes';
import { userColumnRoutes } from './routes-user-columns';
import { userRoutes } from './routes-users';
import { workflowConfigurationRoutes } from './routes-workflow-configuration';

/** Every operation that is simulated. Each `routes-….ts` exports its own list under its own name. */
export const jiraRoutes: readonly Route[] = [
  ...issueRoutes,
  ...issueWorkRoutes,
  ...transitionRoutes,
  ...commentRoutes,
  ...commentPropertyRoutes,
  ...linkRoutes,
  ...changelogRoutes,
  ...bulkFetchRoutes,
  ...propertyRoutes,
  ...notifyRoutes,
  ...searchRoutes,
  ...userRoutes,
  ...userColumnRoutes,
  ...groupRoutes,
  ...roleRoutes,
  ...projectRoleRoutes,
  ...permissionRoutes,
  ...permissionSchemeRoutes,
  ...metadataRoutes,
  ...projectRoutes,
  ...projectWriteRoutes,
  ...projectValidationRoutes,
  ...projectTypeRoutes,
  ...projectPropertyRoutes,
  ...projectCategoryRoutes,
  ...dataPolicyRoutes,
  ...createMetaRoutes,
  ...fieldRoutes,
  ...appFieldRoutes,
  ...filterRoutes,
  ...filterPartRoutes,
  ...jqlRoutes,
  ...precomputationRoutes,
  ...taskRoutes,
  ...fieldAssociationRoutes,
  ...fieldContextPlaceRoutes,
  ...fieldContextRoutes,
  ...fieldDefaultRoutes,
  ...fieldEditRoutes,
  ...fieldOptionRoutes,
  ...issueTypePropertyRoutes,
  ...issueTypeSchemeTypeRoutes,
  ...issueTypeSchemeRoutes,
  ...issueTypeRoutes,
  ...dashboardRoutes,
  ...gadgetRoutes,
  ...gadgetPropertyRoutes,
  ...labelRoutes,
  ...linkTypeRoutes,
  ...priorityRoutes,
  ...prioritySchemeRoutes,
  ...resolutionRoutes,
  ...screenSchemeRoutes,
  ...screenTabFieldRoutes,
  ...screenTabRoutes,
  ...screenRoutes,
  ...typeScreenSchemeMappingRoutes,
  ...typeScreenSchemeRoutes,
  ...workflowConfigurationRoutes,
  ...expressionRoutes,
];
