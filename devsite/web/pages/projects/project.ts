import { jira } from '../ui/ask';

interface User {
  readonly accountId: string;
  readonly displayName: string;
}

/** A project as its page and the list of projects show it. */
export interface Project {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly projectTypeKey: string;
  readonly style: string;
  readonly description?: string;
  readonly lead?: User;
  readonly archived?: boolean;
  readonly issueTypes?: readonly { readonly id: string; readonly name: string; readonly description?: string }[];
  readonly insight?: { readonly totalIssueCount: number };
}

interface ProjectPage {
  readonly values: readonly Project[];
}

const expand = 'lead,description,issueTypes,insight';

export const projectsOf = async (status: 'live' | 'archived'): Promise<readonly Project[]> =>
  (await jira<ProjectPage>('GET', `/project/search?status=${status}&expand=${expand}&orderBy=name&maxResults=100`))
    .values;

export const projectOf = (key: string): Promise<Project> => jira<Project>('GET', `/project/${key}?expand=insight`);

const types: Readonly<Record<string, string>> = {
  software: 'Software',
  business: 'Business',
  service_desk: 'Service management',
};

/** What kind of project it is, and who manages it, in words. */
export const typeName = ({ projectTypeKey }: Project): string => types[projectTypeKey] ?? projectTypeKey;
export const styleName = ({ style }: Project): string => (style === 'next-gen' ? 'Team-managed' : 'Company-managed');
