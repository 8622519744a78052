import { useCallback, useEffect, useRef, useState } from 'react';
import { usePerson } from '../shell/session';
import { useSiteClock } from '../shell/site-time';
import { jira } from '../ui/ask';

/** An issue with the fields that were asked for. */
export interface FoundIssue {
  readonly id: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

interface FoundPage {
  readonly issues: readonly FoundIssue[];
  readonly nextPageToken?: string;
}

export interface Found {
  /** Undefined until the first page is there. */
  readonly issues: readonly FoundIssue[] | undefined;
  readonly error: Error | undefined;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly more: () => void;
  readonly again: () => void;
}

interface State {
  readonly issues: readonly FoundIssue[] | undefined;
  readonly next: string | undefined;
  readonly error: Error | undefined;
}

const issuesOfAPage = 100;
const nothing: State = { issues: undefined, next: undefined, error: undefined };

const pageOf = (jql: string, fields: readonly string[], nextPageToken?: string): Promise<FoundPage> =>
  jira<FoundPage>('POST', '/search/jql', {
    jql,
    fields,
    maxResults: issuesOfAPage,
    ...(nextPageToken !== undefined && { nextPageToken }),
  });

/** What a query finds, page after page; asks again when somebody else signs in or the clock has been moved. */
export function useFound(jql: string, fields: readonly string[]): Found {
  const { accountId } = usePerson();
  const { moves } = useSiteClock();
  const [state, setState] = useState(nothing);
  const [round, setRound] = useState(0);
  const [isLoading, setLoading] = useState(false);
  const question = `${jql} ${fields.join()} ${accountId} ${moves} ${round}`;
  const asked = useRef(question);
  asked.current = question;

  const take = useCallback((work: Promise<FoundPage>, before: readonly FoundIssue[], about: string) => {
    setLoading(true);
    work
      .then(
        ({ issues, nextPageToken }) => {
          if (about === asked.current)
            setState({ issues: [...before, ...issues], next: nextPageToken, error: undefined });
        },
        (error: Error) => about === asked.current && setState({ ...nothing, error }),
      )
      .finally(() => about === asked.current && setLoading(false));
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the question holds all that is asked
  useEffect(() => {
    setState((before) => ({ ...before, error: undefined }));
    take(pageOf(jql, fields), [], question);
  }, [question]);

  return {
    issues: state.issues,
    error: state.error,
    hasMore: state.next !== undefined,
    isLoading,
    more: () => {
      if (state.next !== undefined && !isLoading) take(pageOf(jql, fields, state.next), state.issues ?? [], question);
    },
    again: () => setRound(round + 1),
  };
}
