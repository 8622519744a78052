import type { Limit } from '../../devsite/limits/limit';
import { limitsTable } from '../../devsite/limits/limits-table';
import type { Section } from './section';

const rowOf = ({ what, most, unit, over, source, tried = 'limits.test.ts' }: Limit): readonly string[] => [
  what,
  `${most.toLocaleString('en')} ${unit}`,
  over,
  source,
  `\`${tried}\``,
];

/** What the documentation allows, and what becomes of more. */
export const limitsSection: Section = {
  title: 'Limits',
  text: `
Built from the constants that the site refuses by; the test that is named, in \`test/site\`, tries each at its limit and over it.
What a deploy would refuse is refused when the site is opened, and by \`npm test\`. Bursts, rates of invocations and
bytes through a key count while the site's clock runs, or always where the site is told to (\`bursts\`); events, queues and
schedules are invoked without a rate, as the platform delivers them when it can. Limits of expressions and of single routes
stand with them.

Not simulated, since nothing here can come to them: requests to addresses outside, which the site refuses; requests of all kinds
in a minute, 100,000, which cost more points than an hour has; space in \`/tmp\`, tokens for offline users, downloads of logs,
numbers of environments, alerts and apps, and encrypted variables, of which the site has none.`,
  tables: [
    { columns: ['limit', 'at most', 'more', 'source', 'tried in'], rows: Object.values<Limit>(limitsTable).map(rowOf) },
  ],
};
