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
export const newestOf = (keys: readonly string[]): string =>
  `${keys.length === 0 ? 'created is not EMPTY' : keys.length === 1 ? `project = ${keys[0]}` : `project in (${keys.join(', ')})`} ORDER BY created DESC`;
