import { type Instant, instant } from '@fettle/kernel/time';
import type { Facts } from '@fettle/sla/domain/facts';
import { useEffect, useState } from 'react';
import { askJira } from '../jira/ask-jira';

/** What Jira calls the people, fields and values that an issue's facts hold as ids. */
export interface IssueWords {
  readonly people: ReadonlyMap<string, string>;
  readonly fields: ReadonlyMap<string, string>;
  /** By `field/value id`. */
  readonly values: ReadonlyMap<string, string>;
  /** Who made the history of an instant. */
  readonly authors: ReadonlyMap<Instant, string>;
}

interface Person {
  readonly accountId?: string;
  readonly displayName?: string;
}

interface HistoryItem {
  readonly field: string;
  readonly fieldId?: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly fromString?: string | null;
  readonly toString?: unknown;
}

interface History {
  readonly author?: Person;
  readonly created: string;
  readonly items: readonly HistoryItem[];
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-get (Nov 2026) */
interface SeenIssue {
  readonly fields: {
    readonly creator?: Person | null;
    readonly reporter?: Person | null;
    readonly comment?: { readonly comments: readonly { readonly author?: Person }[] };
  };
  readonly changelog: {
    readonly histories: readonly History[];
  };
}

const NO_WORDS: IssueWords = { people: new Map(), fields: new Map(), values: new Map(), authors: new Map() };

/** Asks Jira as the viewer, whenever `occasion` changes; until it answers, and if it does not, nothing is called by name. */
export function useIssueWords(issueId: string, occasion: string): IssueWords {
  const [words, setWords] = useState(NO_WORDS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what happened since may name others
  useEffect(() => {
    let shown = true;
    readWords(issueId).then(
      (found) => shown && setWords(found),
      () => undefined,
    );
    return () => {
      shown = false;
    };
  }, [issueId, occasion]);
  return words;
}

async function readWords(issueId: string): Promise<IssueWords> {
  const path = `/rest/api/3/issue/${encodeURIComponent(issueId)}?fields=creator,reporter,comment&expand=changelog`;
  return wordsOf(await askJira<SeenIssue>(path));
}

function wordsOf({ fields: { creator, reporter, comment }, changelog: { histories } }: SeenIssue): IssueWords {
  const items = histories.flatMap((history) => history.items);
  const people = [
    creator,
    reporter,
    ...histories.map(({ author }) => author),
    ...(comment?.comments ?? []).map(({ author }) => author),
  ];
  return {
    authors: new Map(
      histories.flatMap(({ created, author }) => (author?.accountId ? [[instant(created), author.accountId]] : [])),
    ),
    people: new Map(people.flatMap((person) => named(person?.accountId, person?.displayName))),
    fields: new Map(items.flatMap(({ field, fieldId }) => named(fieldId, field))),
    values: new Map(
      items.flatMap(({ fieldId, from, to, fromString, toString: after }) => [
        ...named(from && `${fieldId}/${from}`, fromString),
        ...named(to && `${fieldId}/${to}`, after),
      ]),
    ),
  };
}

const named = (id: string | null | undefined, name: unknown): readonly (readonly [string, string])[] =>
  id && typeof name === 'string' ? [[id, name]] : [];

/** The facts with the author of every change that Jira names; the app keeps none for its own. */
export const withAuthors = (facts: Facts, { authors }: IssueWords): Facts => ({
  ...facts,
  changes: facts.changes.map((change) => ({ ...change, by: change.by ?? authors.get(change.at) ?? null })),
});
