import { useCallback, useState } from 'react';
import { askJira, RefusedByJira } from '../jira/ask-jira';
import { texts } from './texts';
import type { WatchedIssue } from './watched-clock';

export interface Assigning {
  /** What came of the last one, in words; empty before. */
  readonly news: string;
  /** Absent where there is nothing to take back. */
  readonly undo: (() => void) | undefined;
  readonly assign: (issue: WatchedIssue) => void;
}

const put = (key: string, accountId: string | null): Promise<void> =>
  askJira(`/rest/api/3/issue/${key}/assignee`, { method: 'PUT', body: { accountId } });

/** Assigns incidents to the viewer, as the viewer, and takes it back. */
export function useAssigning(accountId: string, again: () => void): Assigning {
  const [news, setNews] = useState('');
  const [last, setLast] = useState<WatchedIssue>();

  const carryOut = useCallback(
    (issue: WatchedIssue, to: string | null, said: string, next: WatchedIssue | undefined) => {
      put(issue.key, to).then(
        () => {
          setNews(said);
          setLast(next);
          again();
        },
        (error: unknown) => {
          setNews(texts.notAssigned(issue.key, error instanceof RefusedByJira ? error.message : texts.failed));
          setLast(undefined);
        },
      );
    },
    [again],
  );

  return {
    news,
    undo: last && (() => carryOut(last, last.assignee?.accountId ?? null, texts.undone(last.key), undefined)),
    assign: (issue) => carryOut(issue, accountId, texts.assigned(issue.key), issue),
  };
}
