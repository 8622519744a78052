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

  /** The issue as it is now; one that is archived is not found, or the query is refused as if there were none. */
  async issueFound(id: string, fields: readonly string[]): Promise<JiraIssue | undefined> {
    const ask = { jql: `id = ${id}`, fields, maxResults: 1, reconcileIssues: [Number(id)] };
    const answer = await asApp().requestJira(route`/rest/api/3/search/jql`, json('POST', ask));
    if (answer.status === 400) return undefined;
    return (await body<{ readonly issues: readonly JiraIssue[] }>('search', answer)).issues[0];
  },

  /** Whether a search finds all of these issues. */
  async findsAll(ids: readonly string[]): Promise<boolean> {
    const jql = `id in (${ids.join()})`;
    const answer = await asApp().requestJira(route`/rest/api/3/search/approximate-count`, json('POST', { jql }));
    if (answer.status === 400) return false;
    return (await body<{ readonly count: number }>('count', answer)).count >= ids.length;
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
