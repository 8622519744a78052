import type { Instant } from '@fettle/kernel/time';
import { useCallback, useEffect, useRef, useState } from 'react';
import { countIssues } from '../jira/ask-jira';
import type { Counts } from './answer';
import { breachedNow, withinTheHour } from './queries';
import { type Asked, beginReading, type Reading, readOn } from './reading';

/** How many rows are in their order before reading pauses, and how many more are wanted at a time. */
const atATime = 60;

interface Known {
  readonly reading: Reading;
  readonly counts: Counts;
}

interface Wanted {
  readonly asked: Asked;
  readonly countSettled: (reading: Reading, at: Instant) => number;
  readonly now: Instant;
}

interface Read {
  readonly known: Known | undefined;
  readonly hasFailed: boolean;
  /** Reads on until more rows are in their order. */
  readonly more: () => void;
}

/** Reads page by page until enough rows are in their order. What is shown stays until as much of the new is there. */
export function useReading({ asked, countSettled, now }: Wanted): Read {
  const [known, setKnown] = useState<Known & { readonly of: Asked['filter'] }>();
  const [hasFailed, setFailed] = useState(false);
  const wanted = useRef(atATime);
  /** Answers that come after another question was asked are of no use. */
  const turn = useRef(0);
  const latest = useRef({ now, known });
  latest.current = { now, known };

  const isEnough = useCallback(
    (reading: Reading) => !reading.next || countSettled(reading, latest.current.now) >= wanted.current,
    [countSettled],
  );

  const readEnough = useCallback(
    (begin: () => Promise<Known>, keeps: boolean): void => {
      turn.current += 1;
      const own = turn.current;
      const isMine = () => own === turn.current;
      const take = (sofar: Known): boolean => {
        if (!isMine()) return true;
        const enough = isEnough(sofar.reading);
        if (enough || !keeps) setKnown({ ...sofar, of: asked.filter });
        if (enough) setFailed(false);
        return enough;
      };
      untilEnough(pagesFrom(begin, asked), take).catch(() => isMine() && setFailed(true));
    },
    [asked, isEnough],
  );

  useEffect(() => {
    const keeps = latest.current.known?.of === asked.filter;
    readEnough(() => begun(asked), keeps);
    return () => {
      turn.current += 1;
    };
  }, [asked, readEnough]);

  const more = useCallback(() => {
    const { known: has } = latest.current;
    if (!has?.reading.next) return;
    wanted.current = countSettled(has.reading, latest.current.now) + atATime;
    readEnough(() => further(has, asked), false);
  }, [asked, countSettled, readEnough]);

  return { known: known?.of === asked.filter ? known : undefined, hasFailed, more };
}

async function begun(asked: Asked): Promise<Known> {
  const { definitions, filter } = asked;
  const [reading, soon, breached] = await Promise.all([
    beginReading(asked),
    countIssues(withinTheHour(definitions, filter)),
    countIssues(breachedNow(definitions, filter)),
  ]);
  return { reading, counts: { soon, breached } };
}

async function untilEnough(pages: AsyncIterable<Known>, take: (known: Known) => boolean): Promise<void> {
  for await (const known of pages) if (take(known)) return;
}

/** What is known after each page. */
async function* pagesFrom(begin: () => Promise<Known>, asked: Asked): AsyncGenerator<Known> {
  let sofar = await begin();
  yield sofar;
  while (sofar.reading.next) {
    sofar = await further(sofar, asked);
    yield sofar;
  }
}

const further = async ({ reading, counts }: Known, asked: Asked): Promise<Known> => ({
  reading: await readOn(reading, asked),
  counts,
});
