import { openDatabase } from '../../devsite/database';
import type { restLimits } from '../../devsite/limits/rest-limits';
import { openBursts } from '../../devsite/platform/bursts';
import { answerReport, reportPath } from '../../devsite/platform/personal-data';
import { openPoints } from '../../devsite/platform/points';
import { monday } from '../builders/a-platform';
import { type Attempt, type Tried, times } from './attempt';

/** So many calls at an instant; with `apart` so many milliseconds between them. */
const burst =
  (method: string, path: string, apart = 0): Attempt =>
  (amount) => {
    const clock = { time: monday, now: () => clock.time, frozen: true };
    const bursts = openBursts(clock, true);
    return times(amount, async () => {
      clock.time += apart;
      return bursts.refusal({ method, path })?.headers?.['ratelimit-reason'] ?? 'taken';
    });
  };

async function spent(amount: number): Promise<string> {
  const points = openPoints(openDatabase(), { now: () => monday });
  // A call is let through while a point is left, whatever it comes to cost.
  points.spend(amount - 1);
  return points.refusal()?.headers?.['ratelimit-reason'] ?? 'taken';
}

async function reported(amount: number): Promise<string> {
  const updatedAt = new Date(monday).toISOString();
  const accounts = Array.from({ length: amount }, (_, n) => ({ accountId: `account-${n}`, updatedAt }));
  const ask = { method: 'POST', path: reportPath, body: JSON.stringify({ accounts }) };
  const { status } = answerReport({ permissions: { scopes: ['report:personal-data'] } }, () => 'open', ask);
  return status === 204 ? 'taken' : String(status);
}

/** Does what each limit of Jira's API limits. */
export const restTried = {
  points: { attempt: spent, refused: 'jira-quota-global-based' },
  burstOfGet: { attempt: burst('GET', '/rest/api/3/field'), refused: 'jira-burst-based' },
  burstOfPost: { attempt: burst('POST', '/rest/api/3/search/jql'), refused: 'jira-burst-based' },
  burstOfPut: { attempt: burst('PUT', '/rest/api/3/app/field/a/value'), refused: 'jira-burst-based' },
  burstOfDelete: { attempt: burst('DELETE', '/rest/api/3/filter/1'), refused: 'jira-burst-based' },
  issueWrites: { attempt: burst('PUT', '/rest/api/3/issue/1'), refused: 'jira-per-issue-on-write' },
  issueWritesLong: { attempt: burst('PUT', '/rest/api/3/issue/1', 250), refused: 'jira-per-issue-on-write' },
  reportedAccounts: { attempt: reported, refused: '400' },
} satisfies Readonly<Record<keyof typeof restLimits, Tried>>;
