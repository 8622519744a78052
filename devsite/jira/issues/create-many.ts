import type { Json } from '../json';
import { Refusal, refuse } from '../refusal';
import type { Call, RouteAnswer } from '../route';
import { takeTransition } from '../workflows/routes-transition';
import { createIssue } from './create';
import { type Issue, issueAddress } from './issue';

/** Takes a new issue through the transition that its body asks for; the issue stays where that is refused. */
function transitioned(call: Call, issue: Issue, body: Json): Json {
  const told = (status: number, errorMessages: readonly string[], errors: Json = {}) => ({
    transition: { status, errorCollection: { errorMessages, errors } },
  });
  if (!body?.transition) return {};
  try {
    takeTransition(call, issue, { transition: body.transition });
    return told(200, []);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return told(error.status, error.errorMessages, error.errors);
  }
}

/** Makes an issue as a body asks; answers how Jira names it. */
export function created(call: Call, body: Json): Json {
  const issue = createIssue(call.world, call.caller.accountId, body);
  const { id, key } = issue.row;
  return { id: String(id), key, self: issueAddress(issue.row), ...transitioned(call, issue, body) };
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulk-post (2026-11) */
const BULK_CREATE = 50;

function createOne(call: Call, body: Json, place: number): { issue?: Json; error?: Json } {
  try {
    return { issue: created(call, body) };
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
