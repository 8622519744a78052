import { usePerson } from '../shell/session';
import { jira, Refused } from '../ui/ask';
import { type Loading, useLoaded } from '../ui/use-loaded';
import type { SavedFilter } from './saved-filters';

/** A field as `/field` tells it. */
export interface FieldTold {
  readonly id: string;
  readonly name: string;
  readonly navigable: boolean;
  readonly orderable: boolean;
  readonly clauseNames: readonly string[];
}

export interface Columns {
  readonly chosen: readonly string[];
  readonly choose: (ids: readonly string[]) => Promise<void>;
}

interface ColumnTold {
  readonly value: string;
}

/** Jira answers 404 for a filter without columns of its own. */
async function columnsOf({ id }: SavedFilter): Promise<readonly string[] | undefined> {
  const told = jira<readonly ColumnTold[]>('GET', `/filter/${id}/columns`);
  return told.then(
    (all) => all.map(({ value }) => value),
    (error: unknown) => {
      if (error instanceof Refused && error.status === 404) return undefined;
      throw error;
    },
  );
}

const ownColumns = async (): Promise<readonly string[]> =>
  (await jira<readonly ColumnTold[]>('GET', '/user/columns')).map(({ value }) => value);

/** A list without columns is none: who takes them all away has the site's again. */
const keepOwn = (columns: readonly string[]): Promise<void> =>
  columns.length > 0 ? jira('PUT', '/user/columns', { columns }) : jira('DELETE', '/user/columns');

/** The columns of a filter, which are its owner's to choose; a person's own where it has none. */
export function useColumns(filter: SavedFilter | undefined): Loading<Columns> {
  const { accountId } = usePerson();
  const isOwn = filter?.owner?.accountId === accountId;
  const loaded = useLoaded(`columns ${accountId} ${filter?.id ?? ''}`, async () => {
    const ofFilter = filter && (await columnsOf(filter));
    return ofFilter ?? ownColumns();
  });
  if (loaded.state !== 'ready') return loaded;
  const choose = async (columns: readonly string[]): Promise<void> => {
    if (filter && isOwn) await jira('PUT', `/filter/${filter.id}/columns`, { columns });
    else await keepOwn(columns);
    loaded.reload();
  };
  return { ...loaded, value: { chosen: loaded.value, choose } };
}

/** What a query calls a field that it can be ordered by. */
export const orderName = ({ id, orderable, clauseNames }: FieldTold): string | undefined =>
  id === 'issuekey' ? 'key' : orderable ? clauseNames[0] : undefined;
