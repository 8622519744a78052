import { phrase } from '@fettle/kernel/names';
import { requestJira } from '@forge/bridge';

/** Jira refused, in its own words. */
export class RefusedByJira extends Error {
  readonly status: number;

  constructor(words: string, status: number) {
    super(words);
    this.status = status;
  }
}

interface Ask {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: unknown;
}

/** Calls Jira by the viewer's own rights. Throws `RefusedByJira`. */
export async function askJira<Answer>(path: string, { method = 'GET', body }: Ask = {}): Promise<Answer> {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
  const answer = await requestJira(path, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new RefusedByJira(wordsOf(text) || `Jira answered ${answer.status}.`, answer.status);
  return (text ? JSON.parse(text) : undefined) as Answer;
}

/** What Jira answers, where a page can do without: undefined where it refuses or does not answer. */
export const ifAnswered = <Answer>(asked: Promise<Answer>): Promise<Answer | undefined> => asked.catch(() => undefined);

function wordsOf(text: string): string {
  try {
    const { errorMessages = [], errors = {} } = JSON.parse(text);
    return [...errorMessages, ...Object.values(errors)].join(' ');
  } catch (error) {
    if (error instanceof SyntaxError) return '';
    throw error;
  }
}

/** About how many issues the viewer finds so. */
export const countIssues = async (jql: string): Promise<number> =>
  (await askJira<{ count: number }>('/rest/api/3/search/approximate-count', { method: 'POST', body: { jql } })).count;

/** An issue as a search tells it. */
export interface FoundIssue {
  readonly id: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly properties?: Readonly<Record<string, unknown>>;
}

export interface FoundPage {
  readonly issues: readonly FoundIssue[];
  readonly nextPageToken?: string;
}

/** Jira gives no more issues at a time with their fields. */
const pageSize = 100;

export interface SearchAsk {
  readonly jql: string;
  readonly fields: readonly string[];
  readonly properties?: readonly string[];
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/ (Nov 2026) */
export const searchIssues = (ask: SearchAsk, nextPageToken?: string): Promise<FoundPage> =>
  askJira('/rest/api/3/search/jql', {
    method: 'POST',
    body: { ...ask, maxResults: pageSize, ...(nextPageToken && { nextPageToken }) },
  });

export interface FoundProject {
  readonly key: string;
  readonly name: string;
}

/** `Operations (OPS)`. */
export const projectCalled = ({ key, name }: FoundProject): string => phrase`${name} (${key})`;

/** The first hundred projects that the viewer may browse, by name. */
export const findProjects = async (): Promise<readonly FoundProject[]> =>
  (await askJira<{ values: readonly FoundProject[] }>('/rest/api/3/project/search?maxResults=100&orderBy=name')).values;

/** Whether the viewer may do so on the site, or in any project of it. */
export async function isPermitted(permission: 'ADMINISTER' | 'ASSIGN_ISSUES'): Promise<boolean> {
  const path = `/rest/api/3/mypermissions?permissions=${permission}`;
  const { permissions } = await askJira<{ permissions: Record<string, { havePermission: boolean }> }>(path);
  return permissions[permission]?.havePermission === true;
}
