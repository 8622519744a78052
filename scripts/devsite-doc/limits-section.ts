import { type Limit, limitsTable } from '../../devsite/limits-table';
import type { Section } from './section';

const rowOf = ({ what, most, unit, over, source }: Limit): readonly string[] => [
  what,
  `${most.toLocaleString('en')} ${unit}`,
  over,
  source,
];

/** What the documentation allows, and what becomes of more. */
export const limitsSection: Section = {
  title: 'Limits',
  text: `
Built from the constants that the site refuses by; \`test/site/limits.test.ts\` tries each at its limit and one over it. Further
limits stand with what they limit: those of expressions, of the manifest and of Jira's routes.`,
  tables: [{ columns: ['limit', 'at most', 'more', 'source'], rows: Object.values<Limit>(limitsTable).map(rowOf) }],
};
