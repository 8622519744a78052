import type { Route } from './route';
import { appFieldRoutes } from './routes-app-fields';
import { bulkFetchRoutes } from './routes-bulk-fetch';
import { changelogRoutes } from './routes-changelog';
import { commentRoutes } from './routes-comment';
import { commentPropertyRoutes } from './routes-comment-property';
import { createMetaRoutes } from './routes-create-meta';
import { fieldRoutes } from './routes-fields';
import { groupRoutes } from './routes-groups';
import { issueRoutes } from './routes-issue';
import { linkRoutes } from './routes-link';
import { metadataRoutes } from './routes-metadata';
import { notifyRoutes } from './routes-notify';
import { permissionRoutes } from './routes-permissions';
import { projectRoutes } from './routes-projects';
import { propertyRoutes } from './routes-property';
import { roleRoutes } from './routes-roles';
import { searchRoutes } from './routes-search';
import { taskRoutes } from './routes-tasks';
import { transitionRoutes } from './routes-transition';
import { userRoutes } from './routes-users';

/** Every operation that is simulated. Each `routes-….ts` exports its own list under its own name. */
export const jiraRoutes: readonly Route[] = [
  ...issueRoutes,
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
  ...groupRoutes,
  ...roleRoutes,
  ...permissionRoutes,
  ...metadataRoutes,
  ...projectRoutes,
  ...createMetaRoutes,
  ...fieldRoutes,
  ...appFieldRoutes,
  ...taskRoutes,
];
