import { jira } from '../ui/ask';

/** A query that was saved. */
export interface SavedFilter {
  readonly id: string;
  readonly name: string;
  readonly jql: string;
  readonly favourite?: boolean;
  readonly owner?: { readonly accountId: string; readonly displayName: string };
}

export const filterOf = (id: string): Promise<SavedFilter> => jira<SavedFilter>('GET', `/filter/${id}`);

interface FilterPage {
  readonly values: readonly SavedFilter[];
}

/** Those that the person may see, the starred ones first. */
export async function knownFilters(): Promise<readonly SavedFilter[]> {
  const { values } = await jira<FilterPage>(
    'GET',
    '/filter/search?expand=jql,favourite,owner&maxResults=100&orderBy=name',
  );
  return [...values].sort((one, other) => Number(other.favourite ?? false) - Number(one.favourite ?? false));
}

export const saveFilter = (name: string, jql: string): Promise<SavedFilter> =>
  jira<SavedFilter>('POST', '/filter', { name, jql });

export const changeQuery = ({ id, name }: SavedFilter, jql: string): Promise<SavedFilter> =>
  jira<SavedFilter>('PUT', `/filter/${id}`, { name, jql });

export const star = ({ id, favourite }: SavedFilter): Promise<unknown> =>
  jira(favourite ? 'DELETE' : 'PUT', `/filter/${id}/favourite`, favourite ? undefined : {});
