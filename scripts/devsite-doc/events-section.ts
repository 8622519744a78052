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
Its fields go with it and are back with their values where it is installed again within 30 days. An app that is installed again
is a new installation with nothing stored; that Atlassian links it to the old storage on request is not simulated
(https://developer.atlassian.com/platform/forge/storage-reference/hosted-storage-data-lifecycle/, 2026-08).

Where Atlassian's pages say nothing, the site has chosen; times are milliseconds.`,
  tables: [
    {
      columns: ['chosen', 'value'],
      rows: Object.entries(chosen).map(([name, value]) => [inWords(name), JSON.stringify(value)]),
    },
  ],
};
