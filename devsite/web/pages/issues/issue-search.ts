import { quoted } from '../../../jira/jql/jql-text';
import { jira } from '../ui/ask';

export interface Project {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** The projects that the person sees. */
export const projects = async (): Promise<readonly Project[]> =>
  (await jira<{ values: readonly Project[] }>('GET', '/project/search?maxResults=100')).values;

/** All issues of projects, newest first; where there is no project, all that there are. */
export const newestOf = (keys: readonly string[]): string => `${among(keys.map(quoted))} ORDER BY created DESC`;

function among(projects: readonly string[]): string {
  if (projects.length === 0) return 'created is not EMPTY';
  return projects.length === 1 ? `project = ${projects[0]}` : `project in (${projects.join(', ')})`;
}
