import type { Instant } from '@fettle/kernel/time';
import type { Calendars } from '@fettle/sla/domain/segments';
import { useCallback, useMemo } from 'react';
import { type Counts, countedHere } from './answer';
import { inOrder, settledCount } from './order';
import type { Asked, Reading } from './reading';
import { useReading } from './use-reading';
import type { WatchedClock } from './watched-clock';

export interface AtRisk {
  /** The clocks whose place is certain. */
  readonly clocks: readonly WatchedClock[];
  readonly counts: Counts | undefined;
  readonly state: 'loading' | 'ready' | 'stale' | 'failed';
  readonly isWhole: boolean;
  /** Wants more rows. */
  readonly more: () => void;
}

interface Watching {
  readonly asked: Asked;
  readonly calendarIds: readonly string[];
  readonly calendars: Calendars;
  readonly now: Instant;
}

/** What is due next, by the viewer's own rights; read anew whenever `asked` is another. */
export function useAtRisk({ asked, calendarIds, calendars, now }: Watching): AtRisk {
  const settled = useCallback(
    ({ byIssue, readTo }: Reading, at: Instant) => {
      const ordered = inOrder([...byIssue.values()].flat(), calendars, at);
      return ordered.slice(0, settledCount(ordered, readTo, calendarIds, calendars, at));
    },
    [calendars, calendarIds],
  );
  const countSettled = useCallback((reading: Reading, at: Instant) => settled(reading, at).length, [settled]);
  const { known, hasFailed, more } = useReading({ asked, countSettled, now });
  const clocks = useMemo(() => (known ? settled(known.reading, now) : []), [known, settled, now]);
  const all = known && [...known.reading.byIssue.values()].flat();
  return {
    clocks,
    counts: (all && countedHere(all, known.reading.readTo, now)) ?? known?.counts,
    state: stateOf(known !== undefined, hasFailed),
    isWhole: known !== undefined && !known.reading.next,
    more,
  };
}

function stateOf(isKnown: boolean, hasFailed: boolean): AtRisk['state'] {
  if (isKnown) return hasFailed ? 'stale' : 'ready';
  return hasFailed ? 'failed' : 'loading';
}
