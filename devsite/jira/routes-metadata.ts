import { jiraTime } from './jira-time';
import type { Json } from './json';
import { ok } from './ok';
import { READ_ONE } from './points';
import type { Call, Route } from './route';
import { SITE } from './shapes';

const serverInfo = ({ world }: Call): Json => ({
  baseUrl: SITE,
  displayUrl: SITE,
  displayUrlConfluence: SITE,
  displayUrlServicedeskHelpCenter: SITE,
  version: '1001.0.0-SNAPSHOT',
  versionNumbers: [1001, 0, 0],
  deploymentType: 'Cloud',
  buildNumber: 100_000,
  buildDate: jiraTime(0),
  serverTime: jiraTime(world.clock.now()),
  scmInfo: '0000000000000000000000000000000000000000',
  serverTitle: 'Jira',
  serverTimeZone: 'UTC',
  defaultLocale: { locale: 'en_US' },
});

export const metadataRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/serverInfo',
    operationId: 'getServerInfo',
    scopes: [],
    permission: 'anyone signed in',
    points: READ_ONE,
    answer: ok(serverInfo),
  },
];
