import { adminRoute } from '../admin-route';
import { workingTime } from '../fields/duration';
import { ok } from '../ok';
import { READ_ALL, READ_ONE } from '../points';
import type { Route } from '../route';
import { SITE } from '../shapes';

const provider = {
  key: 'JIRA',
  name: 'JIRA provided time tracking',
  url: `${SITE}/secure/admin/TimeTrackingAdmin.jspa`,
};

const options = {
  workingHoursPerDay: workingTime.hoursPerDay,
  workingDaysPerWeek: workingTime.daysPerWeek,
  timeFormat: 'pretty',
  defaultUnit: 'minute',
};

const configuration = {
  votingEnabled: true,
  watchingEnabled: true,
  unassignedIssuesAllowed: true,
  subTasksEnabled: true,
  issueLinkingEnabled: true,
  timeTrackingEnabled: true,
  attachmentsEnabled: true,
  timeTrackingConfiguration: options,
};

/** Time is tracked as Jira does it unless it is told otherwise, which is not simulated. */
export const timeTrackingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/configuration',
    operationId: 'getConfiguration',
    scopes: ['read:jira-user'],
    permission: 'anyone signed in',
    points: READ_ONE,
    answer: ok(() => configuration),
  },
  adminRoute({
    method: 'GET',
    path: '/configuration/timetracking',
    operationId: 'getSelectedTimeTrackingImplementation',
    points: READ_ONE,
    answer: ok(() => provider),
  }),
  adminRoute({
    method: 'GET',
    path: '/configuration/timetracking/list',
    operationId: 'getAvailableTimeTrackingImplementations',
    points: READ_ALL,
    answer: ok(() => [provider]),
  }),
  adminRoute({
    method: 'GET',
    path: '/configuration/timetracking/options',
    operationId: 'getSharedTimeTrackingConfiguration',
    points: READ_ONE,
    answer: ok(() => options),
  }),
];
