import type { Instant } from '@fettle/kernel/time';
import type { Calendars } from '@fettle/sla/domain/segments';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { countIssues } from '../jira/ask-jira';
import { type Counts, countedHere } from './answer';
import { inOrder, settledCount } from './order';
import { breachedNow, withinTheHour } from './queries';
import { type Asked, beginReading, type Reading, readOn } from './reading';
import type { WatchedClock } from './watched-clock';

/** How many rows are in their order before the list is shown, and how many more are wanted at a time. */
const atATime = 60;

export interface AtRisk {
  /** The clocks whose place is certain. */
  readonly clocks: readonly WatchedClock[];
  readonly counts: Counts | undefined;
  readonly state: 'loading' | 'ready' | 'stale' | 'failed';
  readonly isWhole: boolean;
  /** Wants more rows. */
  readonly more: () => void;
}

interface Known {
  readonly reading: Reading;
  readonly counts: Counts | undefined;
}

interface Watching {
  readonly asked: Asked;
  readonly calendarIds: readonly string[];
  readonly calendars: Calendars;
  readonly now: Instant;
}

/** What is due next, by the viewer's own rights; read anew whenever `asked` is another. */
export function useAtRisk({ asked, calendarIds, calendars, now }: Watching): AtRisk {
  const [known, setKnown] = useState<Known>();
  const [failed, setFailed] = useState(false);
  const wanted = useRef(atATime);
  const turn = useRef(0);
  const latest = useRef({ now, known });
  latest.current = { now, known };

  const settled = useCallback(
    ({ byIssue, readTo }: Reading, at: Instant) => {
      const ordered = inOrder([...byIssue.values()].flat(), calendars, at);
      return ordered.slice(0, settledCount(ordered, readTo, calendarIds, calendars, at));
    },
    [calendars, calendarIds],
  );

  /** Reads pages until enough rows are certain; `tell` shows what there is after each. */
  const readEnough = useCallback(
    async (reading: Reading, own: number, tell: (reading: Reading) => void) => {
      let sofar = reading;
      tell(sofar);
      while (sofar.next && settled(sofar, latest.current.now).length < wanted.current && own === turn.current) {
        sofar = await readOn(sofar, asked);
        if (own === turn.current) tell(sofar);
      }
    },
    [asked, settled],
  );

  useEffect(() => {
    turn.current += 1;
    const own = turn.current;
    const take = (next: Known) => own === turn.current && setKnown(next);
    const read = async () => {
      const [counts, reading] = await Promise.all([counted(asked), beginReading(asked)]);
      const isEnough = (sofar: Reading) => !sofar.next || settled(sofar, latest.current.now).length >= wanted.current;
      // What is shown stays until as much of the new is there.
      const keeps = latest.current.known !== undefined;
      await readEnough(reading, own, (sofar) => (!keeps || isEnough(sofar)) && take({ reading: sofar, counts }));
      if (own === turn.current) setFailed(false);
    };
    read().catch(() => own === turn.current && setFailed(true));
    return () => {
      turn.current += 1;
    };
  }, [asked, readEnough, settled]);

  const clocks = useMemo(() => (known ? settled(known.reading, now) : []), [known, settled, now]);

  const more = useCallback(() => {
    const { known: has } = latest.current;
    if (!has?.reading.next) return;
    wanted.current = settled(has.reading, latest.current.now).length + atATime;
    const own = turn.current;
    readEnough(has.reading, own, (reading) => setKnown({ ...has, reading })).catch(
      () => own === turn.current && setFailed(true),
    );
  }, [readEnough, settled]);

  const all = known && [...known.reading.byIssue.values()].flat();
  return {
    clocks,
    counts: (all && countedHere(all, known.reading.readTo, now)) ?? known?.counts,
    state: stateOf(known !== undefined, failed),
    isWhole: known !== undefined && !known.reading.next,
    more,
  };
}

function stateOf(isKnown: boolean, hasFailed: boolean): AtRisk['state'] {
  if (isKnown) return hasFailed ? 'stale' : 'ready';
  return hasFailed ? 'failed' : 'loading';
}

async function counted({ definitions, filter }: Asked): Promise<Counts> {
  const [soon, breached] = await Promise.all([
    countIssues(withinTheHour(definitions, filter)),
    countIssues(breachedNow(definitions, filter)),
  ]);
  return { soon, breached };
}
