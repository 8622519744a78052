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
  const latest = useRef({ now, known });
  latest.current = { now, known };

  const take = useCallback(
    (sofar: Known, keeps: boolean): boolean => {
      const { next } = sofar.reading;
      const enough = !next || countSettled(sofar.reading, latest.current.now) >= wanted.current;
      if (enough || !keeps) setKnown({ ...sofar, of: asked.filter });
      if (enough) setFailed(false);
      return enough;
    },
    [asked.filter, countSettled],
  );
  const readEnough = usePages(asked, take, setFailed);

  useEffect(() => {
    const keeps = latest.current.known?.of === asked.filter;
    return readEnough(() => begun(asked), keeps);
  }, [asked, readEnough]);

  const more = useCallback(() => {
    const { known: has } = latest.current;
    if (!has?.reading.next) return;
    wanted.current = countSettled(has.reading, latest.current.now) + atATime;
    readEnough(() => further(has, asked), false);
  }, [asked, countSettled, readEnough]);

  return { known: known?.of === asked.filter ? known : undefined, hasFailed, more };
}

type ReadEnough = (begin: () => Promise<Known>, keeps: boolean) => () => void;

/** Reads until `take` has enough, or something else is to be read; answers how to stop it. */
function usePages(
  asked: Asked,
  take: (known: Known, keeps: boolean) => boolean,
  onFailed: (hasFailed: boolean) => void,
): ReadEnough {
  const turn = useRef(0);
  return useCallback(
    (begin, keeps) => {
      turn.current += 1;
      const own = turn.current;
      const isOver = () => own !== turn.current;
      untilEnough(pagesFrom(begin, asked), (known) => isOver() || take(known, keeps)).catch(
        () => isOver() || onFailed(true),
      );
      return () => {
        if (!isOver()) turn.current += 1;
      };
    },
    [asked, take, onFailed],
  );
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
