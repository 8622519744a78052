import type { DefinitionDraft } from './draft';

/** The site's issues that a definition could measure: of these types, and open. */
const openOf = (incidentTypes: readonly string[]): string =>
  `issuetype in (${incidentTypes.join()}) AND statusCategory != Done`;

/**
 * A question to Jira's approximate count for each goal: how many open issues it or a goal above it matches. Unions need
 * no NOT, which in JQL leaves out issues whose field is empty; the differences are what each goal is the first to match.
 */
export function goalCountQueries(
  { scope, goals }: Pick<DefinitionDraft, 'scope' | 'goals'>,
  incidentTypes: readonly string[],
): readonly string[] {
  const among = [openOf(incidentTypes), ...(scope.trim() ? [`(${scope})`] : [])].join(' AND ');
  return goals.map((_, i) => {
    const upTo = goals.slice(0, i + 1).map(({ jql }) => jql.trim());
    return upTo.includes('') ? among : `${among} AND (${upTo.map((jql) => `(${jql})`).join(' OR ')})`;
  });
}

/** How many issues each goal is the first to match, from the answers to its questions. */
export const firstMatches = (counts: readonly number[]): readonly number[] =>
  counts.map((count, i) => Math.max(0, count - (counts[i - 1] ?? 0)));
