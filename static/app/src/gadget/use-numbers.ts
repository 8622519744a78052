import { useCallback, useEffect, useRef, useState } from 'react';
import { countIssues, RefusedByJira } from '../jira/ask-jira';
import { type NumberName, type Numbers, numberNames } from './numbers';

export interface Counted {
  readonly numbers: Numbers | undefined;
  /** Jira's own words where it refuses to count, empty where it did not answer; absent where all is well. */
  readonly failure: string | undefined;
  readonly again: () => void;
}

/** Counts by the viewer's own rights when first shown, whenever a query is another, and when asked again. */
export function useNumbers(queries: Readonly<Record<NumberName, string>>): Counted {
  const [numbers, setNumbers] = useState<Numbers>();
  const [failure, setFailure] = useState<string>();
  const turn = useRef(0);
  const wanted = JSON.stringify(queries);

  const again = useCallback(() => {
    turn.current += 1;
    const own = turn.current;
    counted(JSON.parse(wanted)).then(
      (found) => {
        if (own !== turn.current) return;
        setNumbers(found);
        setFailure(undefined);
      },
      (error: unknown) => own === turn.current && setFailure(error instanceof RefusedByJira ? error.message : ''),
    );
  }, [wanted]);

  useEffect(() => {
    again();
    return () => {
      turn.current += 1;
    };
  }, [again]);

  return { numbers, failure, again };
}

async function counted(queries: Readonly<Record<NumberName, string>>): Promise<Numbers> {
  const found = await Promise.all(numberNames.map(async (name) => [name, await countIssues(queries[name])] as const));
  return Object.fromEntries(found) as Numbers;
}
