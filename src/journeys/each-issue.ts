/** Why some issues could not be brought up to date, by id. */
export type Failures = ReadonlyMap<string, unknown>;

/** As many that fail for one reason, and all others with them, fail by no fault of theirs. */
const mostAlike = 5;

/**
 * Does the work for one issue after the other; one that fails keeps none of the others waiting. Throws what is no
 * issue's fault: Jira takes no calls for now, fails for two in a row, or all of five or more fail for one reason.
 * Those of `bad` have failed before and say nothing of the others.
 */
export async function eachIssue<Issue extends { readonly id: string }>(
  issues: readonly Issue[],
  work: (issue: Issue) => Promise<void>,
  bad: ReadonlySet<string> = new Set(),
): Promise<Failures> {
  const failures = new Map<string, unknown>();
  let isDown = false;
  for (const issue of issues) {
    const error = await failureOf(() => work(issue));
    if (error === undefined) {
      isDown = false;
      continue;
    }
    if (isShut(error) || (isDown && isOutage(error) && !bad.has(issue.id))) throw error;
    isDown = isOutage(error) && !bad.has(issue.id);
    failures.set(issue.id, error);
  }
  throwAlike(issues, failures, bad);
  return failures;
}

const failureOf = (work: () => Promise<void>): Promise<unknown> =>
  work().then(
    () => undefined,
    (error: unknown) => error ?? new Error('Failed without a reason'),
  );

function throwAlike(issues: readonly { readonly id: string }[], failures: Failures, bad: ReadonlySet<string>): void {
  const fresh = issues.filter(({ id }) => !bad.has(id)).map(({ id }) => failures.get(id));
  const [first] = fresh;
  if (fresh.length < mostAlike || first === undefined) return;
  if (fresh.every((error) => error !== undefined && reasonOf(error) === reasonOf(first))) throw first;
}

const statusOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;

/** Whether an error says that Jira takes no calls of the app for now: too many were made, or it is not let in. */
export const isShut = (error: unknown): boolean => statusOf(error) === 429 || statusOf(error) === 401;

const isOutage = (error: unknown): boolean => Number(statusOf(error)) >= 500;

export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 200);
