import type { Route } from '../route';
import { workflowSchemeDraftRoutes } from '../workflow-schemes/routes-workflow-scheme-drafts';
import { workflowSchemePartRoutes } from '../workflow-schemes/routes-workflow-scheme-parts';
import { workflowSchemeProjectRoutes } from '../workflow-schemes/routes-workflow-scheme-projects';
import { workflowSchemeUpdateRoutes } from '../workflow-schemes/routes-workflow-scheme-update';
import { workflowSchemeRoutes } from '../workflow-schemes/routes-workflow-schemes';
import { statusRoutes } from './routes-status';
import { statusUsageRoutes } from './routes-status-usages';
import { statusesRoutes } from './routes-statuses';
import { statusesReadRoutes } from './routes-statuses-read';
import { workflowCapabilityRoutes } from './routes-workflow-capabilities';
import { workflowUsageRoutes } from './routes-workflow-usages';
import { workflowRoutes } from './routes-workflows';
import { workflowWriteRoutes } from './routes-workflows-write';

/** Statuses, workflows and the schemes that give them to projects. */
export const workflowConfigurationRoutes: readonly Route[] = [
  ...statusRoutes,
  ...statusesRoutes,
  ...statusesReadRoutes,
  ...statusUsageRoutes,
  ...workflowRoutes,
  ...workflowWriteRoutes,
  ...workflowCapabilityRoutes,
  ...workflowUsageRoutes,
  ...workflowSchemeRoutes,
  ...workflowSchemePartRoutes,
  ...workflowSchemeDraftRoutes,
  ...workflowSchemeProjectRoutes,
  ...workflowSchemeUpdateRoutes,
];
