import { commentRoutes } from './activity/routes-comment';
import { commentPropertyRoutes } from './activity/routes-comment-property';
import { issueWorkRoutes } from './activity/routes-issue-work';
import { notifyRoutes } from './activity/routes-notify';
import { componentListRoutes } from './components/routes-component-lists';
import { componentRoutes } from './components/routes-components';
import { dashboardRoutes } from './dashboards/routes-dashboards';
import { gadgetPropertyRoutes } from './dashboards/routes-gadget-properties';
import { gadgetRoutes } from './dashboards/routes-gadgets';
import { expressionRoutes } from './expressions/routes-expressions';
import { appFieldRoutes } from './fields/routes-app-fields';
import { fieldAssociationRoutes } from './fields/routes-field-association';
import { fieldContextPlaceRoutes } from './fields/routes-field-context-places';
import { fieldContextRoutes } from './fields/routes-field-contexts';
import { fieldDefaultRoutes } from './fields/routes-field-defaults';
import { fieldEditRoutes } from './fields/routes-field-edit';
import { fieldOptionRoutes } from './fields/routes-field-options';
import { fieldRoutes } from './fields/routes-fields';
import { labelRoutes } from './fields/routes-labels';
import { filterRoutes } from './filters/routes-filter';
import { filterPartRoutes } from './filters/routes-filter-parts';
import { issueTypePropertyRoutes } from './issue-types/routes-issue-type-properties';
import { issueTypeSchemeTypeRoutes } from './issue-types/routes-issue-type-scheme-types';
import { issueTypeSchemeRoutes } from './issue-types/routes-issue-type-schemes';
import { issueTypeRoutes } from './issue-types/routes-issue-types';
import { linkTypeRoutes } from './issue-types/routes-link-types';
import { priorityRoutes } from './issue-types/routes-priorities';
import { prioritySchemeRoutes } from './issue-types/routes-priority-schemes';
import { resolutionRoutes } from './issue-types/routes-resolutions';
import { bulkEditRoutes } from './issues/routes-bulk-edit';
import { bulkFetchRoutes } from './issues/routes-bulk-fetch';
import { changelogRoutes } from './issues/routes-changelog';
import { createMetaRoutes } from './issues/routes-create-meta';
import { issueRoutes } from './issues/routes-issue';
import { linkRoutes } from './issues/routes-link';
import { propertyRoutes } from './issues/routes-property';
import { jqlRoutes } from './jql/routes-jql';
import { precomputationRoutes } from './jql/routes-precomputation';
import { searchRoutes } from './jql/routes-search';
import { dataPolicyRoutes } from './permissions/routes-data-policy';
import { groupRoutes } from './permissions/routes-groups';
import { permissionSchemeRoutes } from './permissions/routes-permission-schemes';
import { permissionRoutes } from './permissions/routes-permissions';
import { projectRoleRoutes } from './permissions/routes-project-roles';
import { roleRoutes } from './permissions/routes-roles';
import { userColumnRoutes } from './permissions/routes-user-columns';
import { userPropertyRoutes } from './permissions/routes-user-properties';
import { userRoutes } from './permissions/routes-users';
import { projectCategoryRoutes } from './projects/routes-project-categories';
import { projectPropertyRoutes } from './projects/routes-project-property';
import { projectTypeRoutes } from './projects/routes-project-types';
import { projectValidationRoutes } from './projects/routes-project-validation';
import { projectWriteRoutes } from './projects/routes-project-write';
import { projectRoutes } from './projects/routes-projects';
import type { Route } from './route';
import { metadataRoutes } from './routes-metadata';
import { taskRoutes } from './routes-tasks';
import { screenSchemeRoutes } from './screens/routes-screen-schemes';
import { screenTabFieldRoutes } from './screens/routes-screen-tab-fields';
import { screenTabRoutes } from './screens/routes-screen-tabs';
import { screenRoutes } from './screens/routes-screens';
import { typeScreenSchemeMappingRoutes } from './screens/routes-type-screen-scheme-mappings';
import { typeScreenSchemeRoutes } from './screens/routes-type-screen-schemes';
import { transitionRoutes } from './workflows/routes-transition';
import { workflowConfigurationRoutes } from './workflows/routes-workflow-configuration';

/** Every operation that is simulated. Each `routes-….ts` exports its own list under its own name. */
export const jiraRoutes: readonly Route[] = [
  ...issueRoutes,
  ...issueWorkRoutes,
  ...transitionRoutes,
  ...bulkEditRoutes,
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
  ...userPropertyRoutes,
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
  ...componentRoutes,
  ...componentListRoutes,
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
