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

const usual = ['issuekey', 'summary', 'issuetype', 'status', 'priority', 'assignee', 'created'];

const nameOf = (accountId: string): string => `devsite.columns.${accountId}`;

function remembered(accountId: string): readonly string[] {
  const kept: unknown = JSON.parse(localStorage.getItem(nameOf(accountId)) ?? 'null');
  return Array.isArray(kept) && kept.length > 0 ? kept : usual;
}

interface FilterColumn {
  readonly value: string;
}

/** Jira answers 404 for a filter without columns of its own. */
async function columnsOf({ id }: SavedFilter): Promise<readonly string[] | undefined> {
  const told = jira<readonly FilterColumn[]>('GET', `/filter/${id}/columns`);
  return told.then(
    (all) => all.map(({ value }) => value),
    (error: unknown) => {
      if (error instanceof Refused && error.status === 404) return undefined;
      throw error;
    },
  );
}

/** The columns of a filter, which are its owner's to choose; a person's own where it has none. */
export function useColumns(filter: SavedFilter | undefined): Loading<Columns> {
  const { accountId } = usePerson();
  const isOwn = filter?.owner?.accountId === accountId;
  const loaded = useLoaded(`columns ${accountId} ${filter?.id ?? ''}`, async () => {
    const ofFilter = filter && (await columnsOf(filter));
    return ofFilter ?? remembered(accountId);
  });
  if (loaded.state !== 'ready') return loaded;
  const choose = async (columns: readonly string[]): Promise<void> => {
    if (filter && isOwn) await jira('PUT', `/filter/${filter.id}/columns`, { columns });
    else localStorage.setItem(nameOf(accountId), JSON.stringify(columns));
    loaded.reload();
  };
  return { ...loaded, value: { chosen: loaded.value, choose } };
}

/** What a query calls a field that it can be ordered by. */
export const orderName = ({ id, orderable, clauseNames }: FieldTold): string | undefined =>
  id === 'issuekey' ? 'key' : orderable ? clauseNames[0] : undefined;
