import { archiveRoutes } from '../issues/routes-archive';
import { bulkRoutes } from '../issues/routes-bulk';
import { bulkMoveRoutes } from '../issues/routes-bulk-move';
import { bulkPropertyRoutes } from '../issues/routes-bulk-properties';
import type { Route } from '../route';
import { attachmentRoutes } from './routes-attachments';
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
