import type { DescribedSite } from '../a-described-site';
import type { Calls } from '../described';

/** Has the app answer a function of a query; answers the id of what it said. */
async function precomputed({ site, read }: DescribedSite): Promise<string> {
  const caller = { kind: 'person', accountId: 'ada' } as const;
  const ask = {
    method: 'POST',
    path: '/rest/api/3/search/jql',
    body: JSON.stringify({ jql: 'issue in fragile(very)' }),
  };
  await site.jira.prepare(caller, ask);
  site.jira.handle(caller, ask);
  return read('/jql/function/computation').values[0].id;
}

const context = { issue: { key: 'POST-1' }, project: { key: 'POST' } };

/** Searches, expressions and the site itself. */
export const searchCalls: Calls = {
  searchAndReconsileIssuesUsingJql: () => ({
    query: { jql: 'project = POST', maxResults: 1, fields: '*all', expand: 'names,schema,changelog,transitions' },
  }),
  searchAndReconsileIssuesUsingJqlPost: () => ({
    body: { jql: 'project = POST', maxResults: 1, fields: ['*all'], expand: 'names,schema', fieldsByKeys: false },
  }),
  countIssues: () => ({ body: { jql: 'project = POST' } }),
  matchIssues: () => ({ body: { issueIds: [10000], jqls: ['project = POST'] } }),
  parseJqlQueries: () => ({
    query: { validation: 'strict' },
    body: {
      queries: [
        'summary ~ vase AND (labels IN (fragile) OR assignee = currentUser()) ORDER BY updated DESC',
        'no query',
      ],
    },
  }),
  getAutoComplete: () => ({}),
  getAutoCompletePost: () => ({ body: { includeCollapsedFields: true, projectIds: [10000] } }),
  getFieldAutoCompleteForQueryString: () => ({ query: { fieldName: 'reporter', fieldValue: 'a' } }),
  sanitiseJqlQueries: () => ({
    body: { queries: [{ query: 'project = POST' }, { accountId: 'bob', query: 'no query' }] },
  }),
  getPrecomputations: async (on) => {
    await precomputed(on);
    return {};
  },
  updatePrecomputations: async (on) => ({
    query: { skipNotFoundPrecomputations: true },
    body: { values: [{ id: await precomputed(on), value: 'labels = fragile' }] },
  }),
  getPrecomputationsByID: async (on) => ({ body: { precomputationIDs: [await precomputed(on), 'nothing'] } }),
  evaluateJSISJiraExpression: () => ({
    query: { expand: 'meta.complexity' },
    body: {
      expression: '{ key: issue.key, issues: issues.map(each => each.id) }',
      context: { ...context, issues: { jql: { maxResults: 2, query: 'project = POST' } } },
    },
  }),
  evaluateJiraExpression: () => ({
    query: { expand: 'meta.complexity' },
    body: {
      expression: '{ key: issue.key, issues: issues.map(each => each.id) }',
      context: {
        ...context,
        issues: { jql: { maxResults: 2, query: 'project = POST', startAt: 0, validation: 'strict' } },
      },
    },
  }),
  analyseExpression: () => ({
    query: { check: 'complexity' },
    body: { expressions: ["issues.map(issue => issue.properties['property_key'])", '1 +'] },
  }),
  getServerInfo: () => ({}),
  getTask: ({ site, make }) => {
    const { taskId } = make('/bulk/issues/watch', { selectedIssueIdsOrKeys: ['POST-2'] });
    site.now += 60_000;
    return { path: { taskId } };
  },
};
