import { filterLimits, jiraLimits, resultLimits } from '../../devsite/expressions/limits';
import { simulatedRuleKeys } from '../../devsite/jira/workflows/workflow-rules';
import { displayConditionNames } from '../../devsite/platform/display-conditions';
import { inWords, type Section } from './section';

const row = (where: string, limits: Readonly<Record<string, number>>): readonly string[] => [
  where,
  Object.entries(limits)
    .map(([name, most]) => `${inWords(name)}: ${most}`)
    .join(', '),
];

/** Jira expressions, the rules of workflows, what is shown where, and web triggers. */
export const expressionsSection: Section = {
  title: 'Expressions, workflow rules and web triggers',
  text: `
Jira expressions follow https://developer.atlassian.com/cloud/jira/software/jira-expressions-grammar/ (2026-04); whatever is
not in that grammar is a syntax refusal with its line and column. Only a Boolean is a condition, and a name that a map does
not have is an error. Type checks, boards, sprints, service desks and customer requests are not simulated; nor are
versions, environments and security levels of issues, which are empty. An issue's custom fields, properties,
comments, links, histories, work logs, attachments, watchers, voters, parent and children each cost one expensive operation
when they are first read.

The conditions of a transition hide it, its validators refuse it with every message at once, and post functions of the app
run afterwards in any order and are tried again as triggers are. An expression of a rule that fails is not true and is told
by \`avi:jira:failed:expression\`. A validator that is a function is asked before the transition is answered; it costs the
person who waits, and has 25 seconds. Rules that are not listed here are refused with 501 when a workflow is written.

Web triggers are served by the site's pages under \`/x1/\` and \`/public/\`. A list in a query parameter counts as that
parameter repeated. Secret keys of addresses and \`apiRoute\` are not simulated.`,
  tables: [
    {
      title: 'Limits of expressions',
      columns: ['where', 'limits'],
      rows: [
        row('over REST and in workflow rules', jiraLimits),
        row('in the result over REST', resultLimits),
        row("in a trigger's filter", filterLimits),
      ],
    },
    {
      title: 'Rules and conditions',
      columns: ['what', 'simulated'],
      rows: [
        ['workflow rules', [...simulatedRuleKeys].sort().join(', ')],
        ['display conditions', [...displayConditionNames].sort().join(', ')],
      ],
    },
  ],
};
