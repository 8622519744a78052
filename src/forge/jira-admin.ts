import { asApp, asUser, route } from '@forge/api';
import { type Answer, all, allOf, type PageOf } from './all-pages';
import { body, type JiraNamed, json } from './jira';

/**
 * Jira's configuration, one function an endpoint, by the rights of the admin who asks. Each holds its literal route,
 * because Atlassian's linter reads endpoints and scopes off literals only. Scope: manage:jira-configuration, unless said.
 */

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
  /** The rules of apps that a workflow of everybody's may have; none where Jira does not say. */
  rules: async (): Promise<readonly { readonly id: string; readonly ruleKey: string }[]> => {
    const any = await asUser().requestJira(route`/rest/api/3/workflows/search?scope=GLOBAL&maxResults=1`);
    const [workflow] = (await body<PageOf<JiraDescribed>>('workflows', any)).values;
    if (!workflow) return [];
    const answer = await asUser().requestJira(route`/rest/api/3/workflows/capabilities?workflowId=${workflow.id}`);
    if (answer.status >= 400 && answer.status < 429) return [];
    const told = await body<{ readonly forgeRules?: readonly { id: string; ruleKey: string }[] }>('rules', answer);
    return told.forgeRules ?? [];
  },
  typeSchemes: (name: string) =>
    all<JiraDescribed>('issue type schemes', (at) =>
      asUser().requestJira(route`/rest/api/3/issuetypescheme?queryString=${name}&startAt=${at}`),
    ),
  /** A scheme for each ask in which a project of its was named, with those of the named projects that use it. */
  typeSchemesOf: (projects: readonly string[]) =>
    allOf<{ readonly issueTypeScheme: JiraNamed; readonly projectIds: readonly string[] }>(
      'issue type schemes',
      'projectId',
      projects,
      (which, at) => asUser().requestJira(route`/rest/api/3/issuetypescheme/project?${which}&startAt=${at}`),
    ),
  screens: (name: string) =>
    all<Omit<JiraDescribed, 'id'> & { readonly id: number }>('screens', (at) =>
      asUser().requestJira(route`/rest/api/3/screens?queryString=${name}&startAt=${at}`),
    ),
  screensById: (ids: readonly string[]) =>
    allOf<Omit<JiraDescribed, 'id'> & { readonly id: number }>('screens', 'id', ids, (which, at) =>
      asUser().requestJira(route`/rest/api/3/screens?${which}&startAt=${at}`),
    ),
  screenSchemes: (name: string) =>
    all<JiraScreenScheme>('screen schemes', (at) =>
      asUser().requestJira(route`/rest/api/3/screenscheme?queryString=${name}&startAt=${at}`),
    ),
  screenSchemesById: (ids: readonly string[]) =>
    allOf<JiraScreenScheme>('screen schemes', 'id', ids, (which, at) =>
      asUser().requestJira(route`/rest/api/3/screenscheme?${which}&startAt=${at}`),
    ),
  typeScreenSchemes: (name: string) =>
    all<JiraDescribed>('issue type screen schemes', (at) =>
      asUser().requestJira(route`/rest/api/3/issuetypescreenscheme?queryString=${name}&startAt=${at}`),
    ),
  /** As `typeSchemesOf`. */
  typeScreenSchemesOf: (projects: readonly string[]) =>
    allOf<{ readonly issueTypeScreenScheme: JiraNamed; readonly projectIds: readonly string[] }>(
      'issue type screen schemes',
      'projectId',
      projects,
      (which, at) => asUser().requestJira(route`/rest/api/3/issuetypescreenscheme/project?${which}&startAt=${at}`),
    ),
  typeScreenMappings: (schemes: readonly string[]) =>
    allOf<{ readonly issueTypeScreenSchemeId: string; readonly screenSchemeId: string }>(
      'screens by type',
      'issueTypeScreenSchemeId',
      schemes,
      (which, at) => asUser().requestJira(route`/rest/api/3/issuetypescreenscheme/mapping?${which}&startAt=${at}`),
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
  /**
   * How many issues a query finds, about, as the app or as the admin sees them, whoever sees more; undefined where Jira
   * cannot say to either of them. Scope: read:jira-work.
   */
  count: async (jql: string): Promise<number | undefined> => {
    const counts = await Promise.all([
      countIn(await asApp().requestJira(route`/rest/api/3/search/approximate-count`, json('POST', { jql }))),
      countIn(await asUser().requestJira(route`/rest/api/3/search/approximate-count`, json('POST', { jql }))),
    ]);
    const known = counts.filter((count) => count !== undefined);
    return known.length === counts.length || known.some((count) => count > 0) ? Math.max(...known) : undefined;
  },
};

/** Undefined where Jira refuses the query: it names what does not exist for who asks, or must not be seen. */
async function countIn(answer: Answer): Promise<number | undefined> {
  if (answer.status === 400 || answer.status === 403 || answer.status === 404) return undefined;
  return (await body<{ readonly count: number }>('count', answer)).count;
}

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
