import type { Route } from './route';
import { bulkFetchRoutes } from './routes-bulk-fetch';
import { changelogRoutes } from './routes-changelog';
import { commentRoutes } from './routes-comment';
import { commentPropertyRoutes } from './routes-comment-property';
import { issueRoutes } from './routes-issue';
import { linkRoutes } from './routes-link';
import { propertyRoutes } from './routes-property';
import { transitionRoutes } from './routes-transition';

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
];
