import { jira } from '../ui/ask';
import type { Status } from '../ui/status';

export interface Project {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** An issue as a row of the list. */
export interface ListedIssue {
  readonly id: string;
  readonly key: string;
  readonly fields: {
    readonly summary: string;
    readonly issuetype: { readonly name: string };
    readonly status: Status;
    readonly priority?: { readonly name: string } | null;
    readonly assignee?: { readonly displayName: string } | null;
    readonly created: string;
  };
}

export interface ListPage {
  readonly issues: readonly ListedIssue[];
  readonly nextPageToken?: string;
}

const fields = ['summary', 'issuetype', 'status', 'priority', 'assignee', 'created'];
const issuesOfAPage = 50;

export const findIssues = (jql: string, nextPageToken: string | undefined): Promise<ListPage> =>
  jira<ListPage>('POST', '/search/jql', {
    jql,
    fields,
    maxResults: issuesOfAPage,
    ...(nextPageToken !== undefined && { nextPageToken }),
  });

export const projects = async (): Promise<readonly Project[]> =>
  (await jira<{ values: readonly Project[] }>('GET', '/project/search')).values;

/** All issues of a project, or of all; newest first. */
export const newestOf = (keys: readonly string[]): string => `project in (${keys.join(', ')}) ORDER BY created DESC`;
