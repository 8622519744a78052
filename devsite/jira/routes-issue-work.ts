import type { Route } from './route';
import { archiveRoutes } from './routes-archive';
import { attachmentRoutes } from './routes-attachments';
import { bulkRoutes } from './routes-bulk';
import { bulkMoveRoutes } from './routes-bulk-move';
import { bulkPropertyRoutes } from './routes-bulk-properties';
import { timeTrackingRoutes } from './routes-time-tracking';
import { watcherRoutes } from './routes-watchers';
import { worklogRoutes } from './routes-worklog';
import { worklogListRoutes } from './routes-worklog-list';
import { worklogPropertyRoutes } from './routes-worklog-properties';

/** What people leave at an issue beside its fields and comments, and what is done to many at once. */
export const issueWorkRoutes: readonly Route[] = [
  ...worklogRoutes,
  ...worklogPropertyRoutes,
  ...worklogListRoutes,
  ...timeTrackingRoutes,
  ...watcherRoutes,
  ...attachmentRoutes,
  ...archiveRoutes,
  ...bulkRoutes,
  ...bulkMoveRoutes,
  ...bulkPropertyRoutes,
];
