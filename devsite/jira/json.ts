/** JSON that came from outside or goes there: of whatever shape. */
// biome-ignore lint/suspicious/noExplicitAny: routes read foreign JSON field by field
export type Json = any;

/** Whether it is nested deeper than so many levels. */
export function isDeeper(value: Json, levels: number): boolean {
  let level: readonly Json[] = [value];
  for (let depth = 0; depth <= levels; depth += 1) {
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/** What a record holds under a key that came from outside. */
export const own = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
