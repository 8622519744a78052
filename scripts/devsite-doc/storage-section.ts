import { storageCalls } from '../../devsite/kvs/kvs';
import { documentedRates, limits, unitBytes } from '../../devsite/kvs/limits';
import { inWords, type Section } from './section';

/** The key-value store and the custom entities. */
export const storageSection: Section = {
  title: 'Storage',
  text: `
The calls of \`@forge/kvs\` under \`/api/v1/\`: ${storageCalls.map((call) => `\`${call}\``).join(' ')}.

Attributes are typed as the manifest declares them, queries go by declared indexes alone. Gets are strong; queries see the
store as it was a little earlier, two seconds of site time unless told otherwise. A call costs a unit for each
${unitBytes / 1024} KB begun, a batch or a transaction counts once. The limits are those of
https://developer.atlassian.com/platform/forge/limits-kvs-ce/ (2026-06-04).`,
  tables: [
    {
      columns: ['limit', 'value'],
      rows: Object.entries({ ...limits, ...documentedRates }).map(([name, value]) => [inWords(name), String(value)]),
    },
  ],
};
