import { asApp, route } from '@forge/api';
import { body, json } from './jira';

/** What one JQL of a match finds among the issues asked for. */
interface Match {
  readonly matchedIssues: readonly number[];
  readonly errors: readonly string[];
}

/** Jira's calls that only definitions need. */
export const jiraWords = {
  /** Scope: read:jira-work. */
  async match(issueIds: readonly number[], jqls: readonly string[]): Promise<readonly Match[]> {
    const answer = await asApp().requestJira(route`/rest/api/3/jql/match`, json('POST', { issueIds, jqls }));
    const { matches } = await body<{ readonly matches: readonly Match[] }>('match', answer);
    return matches;
  },
};
