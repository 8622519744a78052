import { asUser, route } from '@forge/api';
import { body, type JiraNamed, json } from './jira';

/**
 * Jira's configuration, one function an endpoint, by the rights of the admin who asks. Each holds its literal route,
 * because Atlassian's linter reads endpoints and scopes off literals only. Scope: manage:jira-configuration, unless said.
 */

type Answer = Awaited<ReturnType<ReturnType<typeof asUser>['requestJira']>>;

interface PageOf<Item> {
  readonly values: readonly Item[];
  readonly isLast?: boolean;
  readonly total?: number;
}

/** All pages of a list; `page` asks from a place on. */
async function all<Item>(call: string, page: (startAt: number) => Promise<Answer>): Promise<readonly Item[]> {
  const found: Item[] = [];
  for (;;) {
    const { values, isLast, total } = await body<PageOf<Item>>(call, await page(found.length));
    found.push(...values);
    if (isLast || !values.length || found.length >= (total ?? Number.POSITIVE_INFINITY)) return found;
  }
}

export interface JiraDescribed extends JiraNamed {
  readonly description?: string;
}
interface InProject {
  readonly scope?: { readonly project?: { readonly id: string } };
}
export type JiraIssueType = JiraDescribed & InProject & { readonly subtask: boolean };
export type JiraStatusDetails = JiraDescribed &
  InProject & { readonly statusCategory: 'TODO' | 'IN_PROGRESS' | 'DONE' };
export type JiraActiveStatus = JiraDescribed & InProject & { readonly statusCategory: { readonly key: string } };
export type JiraCustomField = JiraDescribed & InProject & { readonly schema?: { readonly custom?: string } };
export type JiraLinkType = JiraNamed & { readonly inward: string; readonly outward: string };
export type JiraAdminProject = JiraDescribed & {
  readonly key: string;
  readonly style?: string;
  readonly simplified?: boolean;
  readonly issueTypes?: readonly JiraNamed[];
};
export interface JiraScreenScheme extends Omit<JiraDescribed, 'id'> {
  readonly id: number;
  readonly screens: Readonly<Record<string, number>>;
}

/** Lists. */
export const configured = {
  /** Scope: read:jira-work. */
  issueTypes: async () =>
    body<readonly JiraIssueType[]>('issue types', await asUser().requestJira(route`/rest/api/3/issuetype`)),
  linkTypes: async () =>
    (
      await body<{ readonly issueLinkTypes: readonly JiraLinkType[] }>(
        'link types',
        await asUser().requestJira(route`/rest/api/3/issueLinkType`),
      )
    ).issueLinkTypes,
  priorities: async () =>
    body<readonly JiraNamed[]>('priorities', await asUser().requestJira(route`/rest/api/3/priority`)),
  resolutions: async () =>
    body<readonly JiraNamed[]>('resolutions', await asUser().requestJira(route`/rest/api/3/resolution`)),
  statuses: () =>
    all<JiraStatusDetails>('statuses', (at) =>
      asUser().requestJira(route`/rest/api/3/statuses/search?startAt=${at}&maxResults=200`),
    ),
  /** Those of active workflows, of team-managed projects too. Scope: read:jira-work. */
  activeStatuses: async () =>
    body<readonly JiraActiveStatus[]>('active statuses', await asUser().requestJira(route`/rest/api/3/status`)),
  fields: () =>
    all<JiraCustomField>('fields', (at) =>
      asUser().requestJira(route`/rest/api/3/field/search?type=custom&startAt=${at}&maxResults=50`),
    ),
  contexts: (field: string) =>
    all<JiraNamed>('contexts', (at) => asUser().requestJira(route`/rest/api/3/field/${field}/context?startAt=${at}`)),
  options: (field: string, context: string) =>
    all<{ readonly id: string; readonly value: string; readonly disabled?: boolean }>('options', (at) =>
      asUser().requestJira(route`/rest/api/3/field/${field}/context/${context}/option?startAt=${at}&maxResults=100`),
    ),
  workflows: (name: string) =>
    all<JiraDescribed>('workflows', (at) =>
      asUser().requestJira(route`/rest/api/3/workflows/search?queryString=${name}&startAt=${at}`),
    ),
  rules: async () =>
    (
      await body<{ readonly forgeRules?: readonly { readonly id: string; readonly ruleKey: string }[] }>(
        'workflow rules',
        await asUser().requestJira(route`/rest/api/3/workflows/capabilities`),
      )
    ).forgeRules ?? [],
  typeSchemes: (name: string) =>
    all<JiraDescribed>('issue type schemes', (at) =>
      asUser().requestJira(route`/rest/api/3/issuetypescheme?queryString=${name}&startAt=${at}`),
    ),
  typeSchemesOf: (project: string) =>
    all<{ readonly issueTypeScheme: JiraNamed; readonly projectIds: readonly string[] }>('issue type schemes', (at) =>
      asUser().requestJira(route`/rest/api/3/issuetypescheme/project?projectId=${project}&startAt=${at}`),
    ),
  screens: (name: string) =>
    all<Omit<JiraDescribed, 'id'> & { readonly id: number }>('screens', (at) =>
      asUser().requestJira(route`/rest/api/3/screens?queryString=${name}&startAt=${at}`),
    ),
  screen: (id: string) =>
    all<Omit<JiraDescribed, 'id'> & { readonly id: number }>('screens', (at) =>
      asUser().requestJira(route`/rest/api/3/screens?id=${id}&startAt=${at}`),
    ),
  screenSchemes: (name: string) =>
    all<JiraScreenScheme>('screen schemes', (at) =>
      asUser().requestJira(route`/rest/api/3/screenscheme?queryString=${name}&startAt=${at}`),
    ),
  screenScheme: (id: string) =>
    all<JiraScreenScheme>('screen schemes', (at) =>
      asUser().requestJira(route`/rest/api/3/screenscheme?id=${id}&startAt=${at}`),
    ),
  typeScreenSchemes: (name: string) =>
    all<JiraDescribed>('issue type screen schemes', (at) =>
      asUser().requestJira(route`/rest/api/3/issuetypescreenscheme?queryString=${name}&startAt=${at}`),
    ),
  typeScreenSchemesOf: (project: string) =>
    all<{ readonly issueTypeScreenScheme: JiraNamed }>('issue type screen schemes', (at) =>
      asUser().requestJira(route`/rest/api/3/issuetypescreenscheme/project?projectId=${project}&startAt=${at}`),
    ),
  typeScreenMappings: (scheme: string) =>
    all<{ readonly issueTypeId: string; readonly screenSchemeId: string }>('screens by type', (at) =>
      asUser().requestJira(
        route`/rest/api/3/issuetypescreenscheme/mapping?issueTypeScreenSchemeId=${scheme}&startAt=${at}`,
      ),
    ),
  workflowSchemes: () =>
    all<Omit<JiraDescribed, 'id'> & { readonly id: number }>('workflow schemes', (at) =>
      asUser().requestJira(route`/rest/api/3/workflowscheme?startAt=${at}`),
    ),
  /** Scope: manage:jira-project. */
  tabs: async (screen: string) =>
    body<readonly { readonly id: number }[]>(
      'screen tabs',
      await asUser().requestJira(route`/rest/api/3/screens/${screen}/tabs`),
    ),
  tabFields: async (screen: string, tab: string) =>
    body<readonly JiraNamed[]>(
      'screen fields',
      await asUser().requestJira(route`/rest/api/3/screens/${screen}/tabs/${tab}/fields`),
    ),
  /** Scope: read:jira-work. */
  projects: () =>
    all<JiraAdminProject>('projects', (at) =>
      asUser().requestJira(route`/rest/api/3/project/search?expand=description,issueTypes&startAt=${at}&maxResults=50`),
    ),
  /** How many issues a query finds, about. Scope: read:jira-work. */
  count: async (jql: string) =>
    (
      await body<{ readonly count: number }>(
        'count',
        await asUser().requestJira(route`/rest/api/3/search/approximate-count`, json('POST', { jql })),
      )
    ).count,
};

/** Writes; the answer says whether Jira took it. */
export const configure = {
  issueType: (what: unknown) => asUser().requestJira(route`/rest/api/3/issuetype`, json('POST', what)),
  field: (what: unknown) => asUser().requestJira(route`/rest/api/3/field`, json('POST', what)),
  context: (field: string, what: unknown) =>
    asUser().requestJira(route`/rest/api/3/field/${field}/context`, json('POST', what)),
  options: (field: string, context: string, what: unknown) =>
    asUser().requestJira(route`/rest/api/3/field/${field}/context/${context}/option`, json('POST', what)),
  linkType: (what: unknown) => asUser().requestJira(route`/rest/api/3/issueLinkType`, json('POST', what)),
  statuses: (what: unknown) => asUser().requestJira(route`/rest/api/3/statuses`, json('POST', what)),
  workflow: (what: unknown) => asUser().requestJira(route`/rest/api/3/workflows/create`, json('POST', what)),
  screen: (what: unknown) => asUser().requestJira(route`/rest/api/3/screens`, json('POST', what)),
  /** Scope: manage:jira-project. */
  tab: (screen: string, what: unknown) =>
    asUser().requestJira(route`/rest/api/3/screens/${screen}/tabs`, json('POST', what)),
  /** Scope: manage:jira-project. */
  tabField: (screen: string, tab: string, what: unknown) =>
    asUser().requestJira(route`/rest/api/3/screens/${screen}/tabs/${tab}/fields`, json('POST', what)),
  screenScheme: (what: unknown) => asUser().requestJira(route`/rest/api/3/screenscheme`, json('POST', what)),
  typeScreenScheme: (what: unknown) =>
    asUser().requestJira(route`/rest/api/3/issuetypescreenscheme`, json('POST', what)),
  typeScheme: (what: unknown) => asUser().requestJira(route`/rest/api/3/issuetypescheme`, json('POST', what)),
  typesOfScheme: (scheme: string, what: unknown) =>
    asUser().requestJira(route`/rest/api/3/issuetypescheme/${scheme}/issuetype`, json('PUT', what)),
  workflowScheme: (what: unknown) => asUser().requestJira(route`/rest/api/3/workflowscheme`, json('POST', what)),
  project: (what: unknown) => asUser().requestJira(route`/rest/api/3/project`, json('POST', what)),
};

/** Deletions, by what is deleted. */
export const unconfigure = {
  project: (id: string) =>
    asUser().requestJira(route`/rest/api/3/project/${id}?enableUndo=false`, { method: 'DELETE' }),
  'workflow-scheme': (id: string) =>
    asUser().requestJira(route`/rest/api/3/workflowscheme/${id}`, { method: 'DELETE' }),
  'type-screen-scheme': (id: string) =>
    asUser().requestJira(route`/rest/api/3/issuetypescreenscheme/${id}`, { method: 'DELETE' }),
  'screen-scheme': (id: string) => asUser().requestJira(route`/rest/api/3/screenscheme/${id}`, { method: 'DELETE' }),
  screen: (id: string) => asUser().requestJira(route`/rest/api/3/screens/${id}`, { method: 'DELETE' }),
  'type-scheme': (id: string) => asUser().requestJira(route`/rest/api/3/issuetypescheme/${id}`, { method: 'DELETE' }),
  workflow: (id: string) => asUser().requestJira(route`/rest/api/3/workflow/${id}`, { method: 'DELETE' }),
  field: (id: string) => asUser().requestJira(route`/rest/api/3/field/${id}`, { method: 'DELETE' }),
  'issue-type': (id: string) => asUser().requestJira(route`/rest/api/3/issuetype/${id}`, { method: 'DELETE' }),
  status: (id: string) => asUser().requestJira(route`/rest/api/3/statuses?id=${id}`, { method: 'DELETE' }),
};
