import { historyFields } from '../../devsite/jira/issues/change-rows';
import { jqlFunctions, notSimulatedFunctions } from '../../devsite/jira/jql/jql-functions';
import { notSimulatedFields, systemFields } from '../../devsite/jira/jql/jql-system-fields';
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
as \`issue.property[key].path\`, and stand in order unless their type is \`text\`. Where several custom fields share a name,
a condition holds if it holds of one that it fits; what it is ordered by is the first. Projects that the searcher may not
see do not exist, and archived ones are left out, as are archived issues; a key that an issue had before it moved finds it.

\`WAS\`, \`WAS IN\`, their negations and \`CHANGED\` ask for the past of ${codes(historyFields)}, narrowed by
\`AFTER\`, \`BEFORE\`, \`ON\`, \`DURING\`, \`BY\`, \`FROM\` and \`TO\`; a value that an issue was created with was set by its
creator. Names that a value had once are known, too. Watchers, votes, worklogs, links, attachments and comments are
searched as they are now; a day of work is eight hours, a week five days.

Functions: ${codes([...jqlFunctions.values()].map(({ name }) => `${name}()`))}.

The app's own functions (\`jira:jqlFunction\`) are asked once for a field, an operator and arguments, with
\`{precomputationId, clause: {field, type, operator, functionName, arguments}}\`; the call that searches waits for
\`{jql}\` or \`{error}\`, which is kept until nobody has used it for seven days. A function that fails has the search
refused, and is asked again by the next. Saved filters stand for their conditions, evaluated for whoever searches.

Search sees each issue as it was ${chosen.searchLag / 1_000} s of site time ago, unless told otherwise or the issue
stands in \`reconcileIssues\`. A page holds at most 5,000 ids, or ${chosen.fullSearchPage} issues with fields.
\`/jql/match\` takes up to 1,000 issues and 200 queries; a query has at most 10,000 characters and 500 conditions.

Not simulated, and answered by 501: the functions
${codes([...notSimulatedFunctions].map((name) => `${name}()`))}, the search for words by \`~\`, \`^\`, \`+\`, boolean operators and
an asterisk inside a word, and the fields ${codes([...notSimulatedFields].sort())}. Words are compared without their stems.`,
  tables: [{ columns: ['fields', 'operators'], rows: fieldRows() }],
};
