import { faultKinds } from '../../devsite/faults/fault-kinds';
import { faultPresets } from '../../devsite/faults/fault-policy';
import type { Section } from './section';

const struck = {
  ofCalls: 'calls of functions',
  ofEvents: 'events of a product',
  ofQueues: 'events of queues',
  ofQueries: 'queries',
} as const;

/** What the site can let go wrong. */
export const faultsSection: Section = {
  title: 'Faults',
  text: `
*Platform → Faults* is a switch, a seed and a share for each kind; it is kept with the site, and every fault played is counted.
All chance comes from the seed and from what is struck: the event, the attempt and the call's place in it. So a run can be had
again, and \`npm run chaos\` holds runs against one without faults. A call is struck by one kind at most; one that is refused is not
carried out, and its form is the place's own: Jira's headers, the storage's codes, the queues' statuses. While a function hangs,
others go on. Installing, people's own calls and the pages are never struck.`,
  tables: Object.entries(faultKinds).map(([of, kinds]) => ({
    title: `Of ${struck[of as keyof typeof struck]}`,
    columns: ['kind', 'what happens', 'share in a rough run'],
    rows: Object.entries(kinds).map(([kind, what]) => [
      `\`${kind}\``,
      what,
      String(faultPresets.rough[kind as keyof typeof faultPresets.rough]),
    ]),
  })),
};
