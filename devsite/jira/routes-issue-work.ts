import type { Route } from './route';
import { attachmentRoutes } from './routes-attachments';
import { timeTrackingRoutes } from './routes-time-tracking';
import { watcherRoutes } from './routes-watchers';
import { worklogRoutes } from './routes-worklog';
import { worklogListRoutes } from './routes-worklog-list';
import { worklogPropertyRoutes } from './routes-worklog-properties';

/** What people leave at an issue beside its fields and comments. */
export const issueWorkRoutes: readonly Route[] = [
  ...worklogRoutes,
  ...worklogPropertyRoutes,
  ...worklogListRoutes,
  ...timeTrackingRoutes,
  ...watcherRoutes,
  ...attachmentRoutes,
];
