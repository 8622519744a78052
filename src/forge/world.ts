import type { Following } from '../journeys/following';
import type { Instant } from '../kernel/time';
import { forgeRecords } from './forge-records';
import { jiraTracker } from './issue-tracker';
import { forgeEscalator } from './queues';

/** The one place that asks what time it is. */
export const now = (): Instant => Date.now() as Instant;

/** The platform as the app's journeys see it. */
export const following: Following = { records: forgeRecords, tracker: jiraTracker, escalator: forgeEscalator, now };
