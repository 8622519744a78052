import { asApp, route } from '@forge/api';
import { JiraRefused } from './jira';

/** What one JQL of a match finds among the issues asked for. */
interface Match {
  readonly matchedIssues: readonly number[];
  readonly errors: readonly string[];
}

/** Jira's calls that only definitions need. */
export const jiraWords = {
  /** Scope: read:jira-work. */
  async match(issueIds: readonly number[], jqls: readonly string[]): Promise<readonly Match[]> {
    const answer = await asApp().requestJira(route`/rest/api/3/jql/match`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ issueIds, jqls }),
    });
    if (!answer.ok) throw new JiraRefused('match', answer.status, answer.headers.get('Retry-After'));
    const { matches } = (await answer.json()) as { readonly matches: readonly Match[] };
    return matches;
  },
};
