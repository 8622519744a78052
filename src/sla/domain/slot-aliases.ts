/** How many definitions can be seen by JQL at a time; a definition takes a slot and keeps it. */
export const slotCount = 10;

/** The issue property that holds the slots. */
export const slotsProperty = 'fettle-sla';

/** What JQL can ask of each slot. */
const searchable = [
  { path: 'state', type: 'string', word: 'State' },
  { path: 'result', type: 'string', word: 'Result' },
  { path: 'due', type: 'date', word: 'Due' },
  { path: 'everBreached', type: 'string', word: 'EverBreached' },
  { path: 'cycle', type: 'number', word: 'Cycle' },
] as const;

/** The search alias of one thing that JQL sees of a slot. */
export const slotAlias = (slot: number, word: (typeof searchable)[number]['word']): string => `sla${slot}${word}`;

/** The search aliases of all slots as the manifest declares them: `sla2State = "running"`. */
export const slotAliases = Array.from({ length: slotCount }, (_, i) => i + 1).flatMap((slot) =>
  searchable.map(({ path, type, word }) => ({
    path: `slots.${slot}.${path}`,
    type,
    searchAlias: slotAlias(slot, word),
  })),
);
