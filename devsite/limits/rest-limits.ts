import { burstLimits } from '../platform/bursts';
import { accountsAtMost } from '../platform/personal-data';
import { pointLimits } from '../platform/points';
import type { Limits } from './limit';

const rest = { source: 'https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ (2026-03-05)' };
const burst = { ...rest, unit: 'calls', over: '429, `jira-burst-based`' };
const issueBurst = { ...rest, unit: 'calls', over: '429, `jira-per-issue-on-write`' };

/** Of Jira's REST API as a whole; each route has its own besides. */
export const restLimits = {
  points: {
    what: 'points in an hour, for all sites of the app',
    most: pointLimits.perHour,
    unit: 'points',
    over: '429, `jira-quota-global-based`',
    ...rest,
  },
  burstOfGet: { what: '`GET` of an endpoint in a second', most: burstLimits.GET.calls, ...burst },
  burstOfPost: { what: '`POST` of an endpoint in a second', most: burstLimits.POST.calls, ...burst },
  burstOfPut: { what: '`PUT` of an endpoint in a second', most: burstLimits.PUT.calls, ...burst },
  burstOfDelete: { what: '`DELETE` of an endpoint in a second', most: burstLimits.DELETE.calls, ...burst },
  issueWrites: { what: 'writes to an issue in two seconds', most: burstLimits.issueShort.calls, ...issueBurst },
  issueWritesLong: { what: 'writes to an issue in half a minute', most: burstLimits.issueLong.calls, ...issueBurst },
  reportedAccounts: {
    what: 'accounts of a report of personal data',
    most: accountsAtMost,
    unit: 'accounts',
    over: '400',
    source: 'https://developer.atlassian.com/platform/forge/user-privacy-guidelines/ (2026-08)',
  },
} as const satisfies Limits;
