import { holdsGlobally } from '../admin';
import { textsIn } from '../body-reading';
import type { Json } from '../json';
import { Refusal, refuse } from '../refusal';
import type { Call, RouteAnswer } from '../route';
import { startTask } from '../tasks';
import { type Issue, visibleIssue } from './issue';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-bulk-operations/ (2026-11) */
const MOST_ISSUES = 1_000;

/** What a bulk operation came to, issue by issue. */
export interface BulkResult {
  readonly processed: readonly number[];
  /** By the issue's id, why nothing was done. */
  readonly failed: Readonly<Record<string, readonly string[]>>;
  /** Issues that there are not, or not for the caller. */
  readonly invalid: number;
}

/** The issues that are named and seen, each once, and how many were named. */
export interface Selected {
  readonly issues: readonly Issue[];
  readonly named: number;
}

export function selected({ world, caller }: Call, body: Json, name = 'selectedIssueIdsOrKeys'): Selected {
  const names = [...new Set(textsIn(body, name))];
  if (names.length === 0 || names.length > MOST_ISSUES)
    throw refuse(400, `'${name}' must name 1 to ${MOST_ISSUES.toLocaleString('en')} issues.`);
  const found = names.flatMap((each) => visibleIssue(world, caller.accountId, each) ?? []);
  return { issues: [...new Map(found.map((issue) => [issue.row.id, issue])).values()], named: names.length };
}

/** Does to each issue what is asked, as far as it goes; a refusal concerns its issue alone. */
export function eachSelected({ issues, named }: Selected, deed: (issue: Issue) => void): BulkResult {
  const processed: number[] = [];
  const failed: Record<string, readonly string[]> = {};
  for (const issue of issues) {
    try {
      deed(issue);
      processed.push(issue.row.id);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      failed[issue.row.id] = [...error.errorMessages, ...Object.values(error.errors)];
    }
  }
  return { processed, failed, invalid: named - issues.length };
}

export const together = (results: readonly BulkResult[]): BulkResult => ({
  processed: results.flatMap(({ processed }) => processed),
  failed: Object.assign({}, ...results.map(({ failed }) => failed)),
  invalid: results.reduce((sum, { invalid }) => sum + invalid, 0),
});

/** Refusals of bulk operations have a shape of their own. */
export const refusedBulk = (status: number, message: string): RouteAnswer => ({
  status,
  body: { errors: [{ message }] },
});

export const mayBulkChange = ({ world, caller }: Call): boolean =>
  holdsGlobally(world, caller.accountId, 'BULK_CHANGE');

/** Carries out a bulk operation. `unauthorised` is what Jira documents for it. */
export const bulk =
  (description: string, work: (call: Call) => BulkResult, unauthorised = 403) =>
  (call: Call): RouteAnswer => {
    const { world, caller } = call;
    if (!mayBulkChange(call))
      return refusedBulk(unauthorised, 'You do not have the global permission to make bulk changes.');
    try {
      const result = work(call);
      return {
        status: 201,
        body: { taskId: String(startTask(world, { description, submittedBy: caller.accountId, result })) },
      };
    } catch (error) {
      if (error instanceof Refusal) return refusedBulk(error.status, error.message);
      throw error;
    }
  };
