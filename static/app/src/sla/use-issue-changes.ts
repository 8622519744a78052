import { events } from '@forge/bridge';
import { useEffect, useRef } from 'react';

/** The app hears of a change after the page does: seconds on a good day. */
const LOOKS = [1_000, 4_000, 15_000, 60_000];

interface Watched {
  readonly issueId: string;
  readonly again: () => void;
  /** What was last answered, as a text that differs when the answer does. */
  readonly seen: string;
}

/** Asks again after the host says that the issue changed, until the answer differs. */
export function useIssueChanges({ issueId, again, seen }: Watched): void {
  const latest = useRef(seen);
  latest.current = seen;

  useEffect(() => {
    let timers: ReturnType<typeof setTimeout>[] = [];
    const stop = () => timers.forEach(clearTimeout);
    const look = (event?: { readonly issueId?: string | number }) => {
      if (event?.issueId !== undefined && String(event.issueId) !== issueId) return;
      stop();
      const before = latest.current;
      timers = LOOKS.map((after) => setTimeout(() => latest.current === before && again(), after));
    };
    const subscription = events.on('JIRA_ISSUE_CHANGED', look);
    return () => {
      stop();
      void subscription.then(({ unsubscribe }) => unsubscribe());
    };
  }, [issueId, again]);
}
