import { chosen } from '../../devsite/platform/chosen';
import { inWords, type Section } from './section';

/** Events, queues, schedules and what the site had to choose. */
export const eventsSection: Section = {
  title: 'Events, queues and schedules',
  text: `
Product events reach trigger modules as the documentation describes them: late, at least once, in no order, retried when a
function returns \`InvocationError\`; \`ignoreSelf\`, \`appIsLicensed\`, \`expression\` and \`onError\` are heeded; \`payload\`, \`new\` and
entity properties in an expression are refused when the site starts. Async events have delays, concurrency keys, retries, a day of retention and
the limits of https://developer.atlassian.com/platform/forge/limits-async-events/ (2026-02-26). Scheduled triggers run every
five minutes, hour, day or week. An app hears of its installation and of new major versions.
\`preUninstall\` functions have 55 seconds; after them the app hears of nothing and runs nothing, and its pages’ calls are rejected.

Where Atlassian's pages say nothing, the site has chosen; times are milliseconds.`,
  tables: [
    {
      columns: ['chosen', 'value'],
      rows: Object.entries(chosen).map(([name, value]) => [inWords(name), JSON.stringify(value)]),
    },
  ],
};
