import { events } from '@forge/bridge';
import { useEffect, useRef } from 'react';

/** The app hears of a change after the page does: seconds on a good day. */
const LOOKS = [1_000, 4_000, 15_000, 60_000];

/** Of a new incident it hears at the latest after some minutes. */
const FIRST_LOOKS = [4_000, 12_000, 30_000, 60_000, 120_000, 240_000];

interface Watched {
  readonly issueId: string;
  readonly again: () => void;
  /** What was last answered, as a text that differs when the answer does. */
  readonly seen: string;
  /** Nothing is known of the issue yet. */
  readonly isAwaited: boolean;
}

/** Asks again after the host says that the issue changed, and while nothing is known of it, until the answer differs. */
export function useIssueChanges({ issueId, again, seen, isAwaited }: Watched): void {
  const latest = useRef(seen);
  latest.current = seen;

  useEffect(() => {
    let stop = () => {};
    const look = (event?: { readonly issueId?: string | number }) => {
      if (event?.issueId !== undefined && String(event.issueId) !== issueId) return;
      stop();
      stop = lookAt(LOOKS, latest, again);
    };
    const subscription = events.on('JIRA_ISSUE_CHANGED', look);
    return () => {
      stop();
      void subscription.then(({ unsubscribe }) => unsubscribe());
    };
  }, [issueId, again]);

  useEffect(() => (isAwaited ? lookAt(FIRST_LOOKS, latest, again) : undefined), [isAwaited, again]);
}

/** Asks at these times unless the answer differs by then; answers how to stop it. */
function lookAt(times: readonly number[], latest: { readonly current: string }, again: () => void): () => void {
  const before = latest.current;
  const timers = times.map((after) => setTimeout(() => latest.current === before && again(), after));
  return () => timers.forEach(clearTimeout);
}
