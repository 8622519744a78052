import { useCallback, useEffect, useRef, useState } from 'react';
import { askJira, RefusedByJira } from '../jira/ask-jira';
import { type Column, everyColumn, type KeptColumns, keptColumnsOf, toggled } from './columns';
import { texts } from './texts';

export interface Columns {
  readonly kept: KeptColumns;
  /** What went wrong with keeping them, in words; empty where nothing did. */
  readonly news: string;
  readonly toggle: (column: Column) => void;
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-user-properties/ (Nov 2026) */
const read = async (accountId: string): Promise<KeptColumns> => {
  const path = `/rest/api/3/user/properties/fettle-at-risk?accountId=${encodeURIComponent(accountId)}`;
  return keptColumnsOf((await askJira<{ readonly value: unknown }>(path)).value);
};

const keep = (accountId: string, body: KeptColumns): Promise<void> =>
  askJira(`/rest/api/3/user/properties/fettle-at-risk?accountId=${encodeURIComponent(accountId)}`, {
    method: 'PUT',
    body,
  });

const isNoneKept = (error: unknown): boolean => error instanceof RefusedByJira && error.status === 404;

/** The columns as the viewer left them, kept with the viewer's account in Jira; all of them until they are known. */
export function useColumns(accountId: string): Columns {
  const [kept, setKept] = useState(everyColumn);
  const [news, setNews] = useState('');
  const chosen = useRef<KeptColumns>();
  const writing = useRef<Promise<void>>(Promise.resolve());

  useEffect(() => {
    if (!accountId) return;
    read(accountId).then(
      (found) => chosen.current ?? setKept(found),
      (error: unknown) => isNoneKept(error) || setNews(texts.columnsNotRead),
    );
  }, [accountId]);

  const toggle = useCallback(
    (column: Column) => {
      const next = toggled(kept, column);
      chosen.current = next;
      setKept(next);
      // One after the other, so that the last choice is the one that stays.
      writing.current = writing.current
        .then(() => keep(accountId, next))
        .then(
          () => setNews(''),
          () => setNews(texts.columnsNotKept),
        );
    },
    [accountId, kept],
  );
  return { kept, news, toggle };
}
