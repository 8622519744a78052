import { asApp, route } from '@forge/api';
import { body, type JiraIssue, json } from './jira';

/** The calls by which the app finds issues. */
export const jiraSearch = {
  async search(
    jql: string,
    fields: readonly string[],
    properties: readonly string[],
    nextPageToken?: string,
  ): Promise<{ readonly issues: readonly JiraIssue[]; readonly nextPageToken?: string }> {
    const ask = { jql, fields, properties, maxResults: 500, ...(nextPageToken && { nextPageToken }) };
    const answer = await asApp().requestJira(route`/rest/api/3/search/jql`, json('POST', ask));
    return body('search', answer);
  },

  async searchWithHistory(
    jql: string,
    fields: readonly string[],
    nextPageToken?: string,
  ): Promise<{ readonly issues: readonly JiraIssue[]; readonly nextPageToken?: string }> {
    const ask = { jql, fields, expand: 'changelog', maxResults: 100, ...(nextPageToken && { nextPageToken }) };
    const answer = await asApp().requestJira(route`/rest/api/3/search/jql`, json('POST', ask));
    return body('search', answer);
  },

  /** Whether a search finds the issue; one that is archived it does not, or refuses the query as if there were none. */
  async finds(id: string): Promise<boolean> {
    const ask = { jql: `id = ${id}`, fields: ['id'], maxResults: 1, reconcileIssues: [Number(id)] };
    const answer = await asApp().requestJira(route`/rest/api/3/search/jql`, json('POST', ask));
    if (answer.status === 400) return false;
    return (await body<{ readonly issues: readonly JiraIssue[] }>('search', answer)).issues.length > 0;
  },

  async approximateCount(jql: string): Promise<number> {
    const answer = await asApp().requestJira(route`/rest/api/3/search/approximate-count`, json('POST', { jql }));
    return (await body<{ readonly count: number }>('count', answer)).count;
  },

  /** Up to 100 issues; those that the app may not see are left out. */
  async bulkIssues(issueIdsOrKeys: readonly string[], fields: readonly string[]): Promise<readonly JiraIssue[]> {
    const ask = { issueIdsOrKeys, fields };
    const answer = await asApp().requestJira(route`/rest/api/3/issue/bulkfetch`, json('POST', ask));
    return (await body<{ readonly issues?: readonly JiraIssue[] }>('issues', answer)).issues ?? [];
  },
};
