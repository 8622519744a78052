import type { Json } from '../json';
import { Refusal, refuse } from '../refusal';
import type { Call, RouteAnswer } from '../route';
import { createIssue } from './create';
import { type Issue, issueAddress } from './issue';

/** How Jira names an issue it has made. */
export const created = (issue: Issue): Json => ({
  id: String(issue.row.id),
  key: issue.row.key,
  self: issueAddress(issue.row),
});

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulk-post (2026-11) */
const BULK_CREATE = 50;

function createOne(call: Call, body: Json, place: number): { issue?: Json; error?: Json } {
  try {
    return { issue: created(createIssue(call.world, call.caller.accountId, body)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, errorMessages, errors } = error;
    return { error: { status, elementErrors: { errorMessages, errors, status }, failedElementNumber: place } };
  }
}

/** Makes what can be made, and says what cannot. */
export function createMany(call: Call): RouteAnswer {
  const updates = call.body?.issueUpdates;
  if (!Array.isArray(updates) || updates.length === 0 || updates.length > BULK_CREATE)
    throw refuse(400, `'issueUpdates' must hold 1 to ${BULK_CREATE} issues.`);
  const made = updates.map((body, place) => createOne(call, body, place));
  const issues = made.flatMap(({ issue }) => issue ?? []);
  return { status: issues.length > 0 ? 201 : 400, body: { issues, errors: made.flatMap(({ error }) => error ?? []) } };
}
