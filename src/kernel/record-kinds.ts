/** The kinds of records that the app keeps and cannot do without, in the order in which an export tells them. */
export const recordKinds = [
  'service-level',
  'calendar',
  'incident-settings',
  'set-up',
  'slot',
  'order',
  'anchor',
  'clock',
  'audit',
  'set-aside',
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** All of them: rows of the work index follow from clocks, and no export has them. */
export type KeptKind = RecordKind | 'due';
