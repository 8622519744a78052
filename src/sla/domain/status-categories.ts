/** Jira's categories of statuses. */
export type StatusCategory = 'new' | 'indeterminate' | 'done';

export interface CategorisedStatus {
  readonly id: string;
  readonly category: StatusCategory;
}

/** Ids of statuses by the category that each had when it was first known. */
export type KnownStatuses = Readonly<Record<StatusCategory, readonly string[]>> & {
  /** Those that only histories still name: Jira lists them no more, so that they count by no category. */
  readonly unlisted: readonly string[];
};

export const noStatuses: KnownStatuses = { new: [], indeterminate: [], done: [], unlisted: [] };

export const isListed = ({ new: fresh, indeterminate, done }: KnownStatuses, id: string): boolean =>
  [fresh, indeterminate, done].some((ids) => ids.includes(id));

/** What is known once Jira has listed these; the same where it was known before. A category that was known stays. */
export function withListed(known: KnownStatuses, listed: readonly CategorisedStatus[]): KnownStatuses {
  const added = listed.filter(({ id }) => !isListed(known, id));
  if (!added.length) return known;
  const withAdded = (category: StatusCategory) => [
    ...known[category],
    ...added.flatMap((status) => (status.category === category ? [status.id] : [])),
  ];
  return {
    new: withAdded('new'),
    indeterminate: withAdded('indeterminate'),
    done: withAdded('done'),
    unlisted: known.unlisted.filter((id) => !added.some((status) => status.id === id)),
  };
}

/** The same with what Jira does not list. */
export function withUnlisted(known: KnownStatuses, ids: readonly string[]): KnownStatuses {
  const added = ids.filter((id) => !isListed(known, id) && !known.unlisted.includes(id));
  return added.length ? { ...known, unlisted: [...known.unlisted, ...added] } : known;
}

/** Those statuses of `known` that were not known `before`. */
export function knownSince(known: KnownStatuses, before: KnownStatuses): KnownStatuses {
  const since = (category: StatusCategory) => known[category].filter((id) => !isListed(before, id));
  return { ...noStatuses, new: since('new'), indeterminate: since('indeterminate'), done: since('done') };
}
