/** JSON that came from outside or goes there: of whatever shape. */
// biome-ignore lint/suspicious/noExplicitAny: routes read foreign JSON field by field
export type Json = any;

/** What a record holds under a key that came from outside. */
export const own = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
