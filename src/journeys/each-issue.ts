/** Why some issues could not be brought up to date, by id. */
export type Failures = ReadonlyMap<string, unknown>;

/**
 * Does the work for one issue after the other; one that fails keeps none of the others waiting. Throws where Jira takes no
 * more calls for now, or where all of several fail alike: then nothing is wrong with any of them.
 */
export async function eachIssue<Issue extends { readonly id: string }>(
  issues: readonly Issue[],
  work: (issue: Issue) => Promise<void>,
): Promise<Failures> {
  const failures = new Map<string, unknown>();
  for (const issue of issues) {
    try {
      await work(issue);
    } catch (error) {
      if (isLimit(error)) throw error;
      failures.set(issue.id, error);
    }
  }
  const [first] = failures.values();
  if (failures.size > 1 && failures.size === issues.length) throw first;
  return failures;
}

/** Whether an error says that Jira takes no more calls for now. */
const isLimit = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'status' in error && error.status === 429;

export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 200);
