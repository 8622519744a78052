import { useCallback, useEffect, useState } from 'react';
import { askJira, isPermitted, RefusedByJira } from '../jira/ask-jira';
import { texts } from './texts';
import type { WatchedIssue } from './watched-clock';

export interface Assigning {
  /** Whether the viewer may assign incidents of any project; taken for granted until Jira says otherwise. */
  readonly mayAssign: boolean;
  /** How far it is, then what came of the last one, in words; empty before. */
  readonly news: string;
  /** Absent where there is nothing to take back. */
  readonly undo: (() => void) | undefined;
  readonly assign: (issues: readonly WatchedIssue[]) => void;
}

/** So many are asked of Jira at once. */
const atOnce = 5;

const put = (key: string, accountId: string | null): Promise<void> =>
  askJira(`/rest/api/3/issue/${key}/assignee`, { method: 'PUT', body: { accountId } });

/** Assigns incidents to the viewer, as the viewer, and takes it back. */
export function useAssigning(accountId: string, again: () => void): Assigning {
  const [news, setNews] = useState('');
  const [last, setLast] = useState<readonly WatchedIssue[]>([]);

  const carryOut = useCallback(
    async (
      issues: readonly WatchedIssue[],
      to: (issue: WatchedIssue) => string | null,
      told: typeof texts.assigned,
    ) => {
      setLast([]);
      const { done, refused } = await putAll(issues, to, (count) => setNews(texts.assigning(count, issues.length)));
      if (done.length) again();
      setNews([done.length && told(keyOrCount(done)), refusal(refused)].filter(Boolean).join(' '));
      return done;
    },
    [again],
  );

  const undo = () => void carryOut(last, ({ assignee }) => assignee?.accountId ?? null, texts.undone);
  return {
    mayAssign: useMayAssign(),
    news,
    undo: last.length ? undo : undefined,
    assign: (issues) => void carryOut(issues, () => accountId, texts.assigned).then(setLast),
  };
}

function useMayAssign(): boolean {
  const [may, setMay] = useState(true);
  useEffect(() => {
    isPermitted('ASSIGN_ISSUES').then(setMay, () => undefined);
  }, []);
  return may;
}

interface Refused {
  readonly key: string;
  readonly words: string;
}

/** A refusal of one keeps none of the others; tells how many were asked for, where that takes more than one turn. */
async function putAll(
  issues: readonly WatchedIssue[],
  to: (issue: WatchedIssue) => string | null,
  onTurn: (asked: number) => void,
) {
  const done: WatchedIssue[] = [];
  const refused: Refused[] = [];
  const one = async (issue: WatchedIssue) => {
    try {
      await put(issue.key, to(issue));
      done.push(issue);
    } catch (error) {
      refused.push({ key: issue.key, words: error instanceof RefusedByJira ? error.message : texts.failed });
    }
  };
  for (let at = 0; at < issues.length; at += atOnce) {
    if (at > 0) onTurn(at);
    await Promise.all(issues.slice(at, at + atOnce).map(one));
  }
  return { done, refused };
}

const keyOrCount = (issues: readonly WatchedIssue[]): string | number =>
  issues.length === 1 ? (issues[0]?.key ?? '') : issues.length;

function refusal([first, ...others]: readonly Refused[]): string {
  if (!first) return '';
  return `${texts.notAssigned(first.key, first.words)}${others.length ? ` ${texts.norOthers(others.length)}` : ''}`;
}
