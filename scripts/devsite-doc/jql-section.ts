import { historyFields } from '../../devsite/jira/change-rows';
import { jqlFunctions, notSimulatedFunctions } from '../../devsite/jira/jql-functions';
import { notSimulatedFields, systemFields } from '../../devsite/jira/jql-system-fields';
import { chosen } from '../../devsite/platform/chosen';
import type { Section } from './section';

const codes = (names: Iterable<string>): string => [...names].map((name) => `\`${name}\``).join(' ');

/** Fields by the operators they take. */
function fieldRows(): string[][] {
  const byOperators = new Map<string, string[]>();
  for (const { name, operators } of systemFields.values()) {
    const key = codes(operators);
    byOperators.set(key, [...new Set([...(byOperators.get(key) ?? []), name])]);
  }
  return [...byOperators].map(([operators, names]) => [codes(names), operators]);
}

export const jqlSection: Section = {
  title: 'JQL',
  text: `
\`AND\`, \`OR\`, \`NOT\`, parentheses, lists, \`EMPTY\`, \`ORDER BY\` of up to seven fields; dates as \`2026-01-31\`,
\`2026/01/31 10:00\` in the searcher's zone, or \`-65m\` and \`"4w 2d"\`. A query must restrict what it finds. Custom
fields go by name, by name and type, or as \`cf[10050]\`; indexed values of issue properties by their search alias or
as \`issue.property[key].path\`.

\`WAS\`, \`WAS IN\`, their negations and \`CHANGED\` ask for the past of ${codes(historyFields)}, narrowed by \`AFTER\`,
\`BEFORE\`, \`ON\`, \`DURING\`, \`BY\`, \`FROM\` and \`TO\`. Where several custom fields share a name, a condition holds if
it holds of one that it fits. Watchers, votes, worklogs, links, attachments and comments are searched as they are now.

Functions: ${codes([...jqlFunctions.values()].map(({ name }) => `${name}()`))}.

Search sees each issue as it was ${chosen.searchLag / 1_000} s of site time ago, unless told otherwise or the issue
stands in \`reconcileIssues\`. A page holds at most 5,000 ids, or ${chosen.fullSearchPage} issues with fields.

Not simulated, and answered by 501: the functions ${codes([...notSimulatedFunctions].map((name) => `${name}()`))},
fuzzy text search, and the fields
${codes([...notSimulatedFields].sort())}.`,
  tables: [{ columns: ['fields', 'operators'], rows: fieldRows() }],
};
