import type { Following } from '../journeys/following';
import type { Recounting } from '../journeys/recompute-clocks';
import type { Reporting } from '../journeys/report-people';
import type { TakingIn } from '../journeys/take-in-incidents';
import { forgeRecords } from './forge-records';
import { jiraTracker } from './issue-tracker';
import { now } from './now';
import { atlassianReports } from './personal-data';
import { forgeEscalator, forgeIntakeQueue, forgeRecountQueue } from './queues';
import { salt } from './salt';

/** The platform as the app's journeys see it. */
export const following: Following = { records: forgeRecords, tracker: jiraTracker, escalator: forgeEscalator, now };

/** The same with the queue of the intake. */
export const takingIn: TakingIn = { ...following, intakeQueue: forgeIntakeQueue };

/** The same with the queue of the recount. */
export const recounting: Recounting = { ...following, recountQueue: forgeRecountQueue };

/** The store, and where Atlassian is told whose account ids are in it. */
export const reporting: Reporting = { records: forgeRecords, now, reports: atlassianReports, salt };
