import { useCallback, useMemo, useState } from 'react';
import type { WatchedClock, WatchedIssue } from './watched-clock';

/** The incidents that a person has chosen from a list; a row stands for one of its incident's clocks. */
export interface Selection {
  /** In the order of the list. */
  readonly issues: readonly WatchedIssue[];
  /** All that the list has. */
  readonly isWhole: boolean;
  readonly has: (issueId: string) => boolean;
  readonly toggle: (issueId: string) => void;
  /** Chooses all that the list has now, or none. */
  readonly choose: (all: boolean) => void;
}

/** What leaves the list is chosen no more when it comes to act. */
export function useSelection(clocks: readonly WatchedClock[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const listed = useMemo(() => [...new Map(clocks.map(({ issue }) => [issue.id, issue])).values()], [clocks]);
  const issues = useMemo(() => listed.filter(({ id }) => ids.has(id)), [listed, ids]);
  return {
    issues,
    isWhole: listed.length > 0 && issues.length === listed.length,
    has: (issueId) => ids.has(issueId),
    toggle: useCallback((issueId) => setIds((before) => toggled(before, issueId)), []),
    choose: (all) => setIds(new Set(all ? listed.map(({ id }) => id) : [])),
  };
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}
