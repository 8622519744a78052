import type { Query } from '../query';

export const orderings = ['name', '-name', '+name', ' name', 'id', '-id', '+id', ' id'] as const;

/** Things as a query's `orderBy` wants them, by name or id; a `+` arrives as a space. */
export function ordered<Thing extends { readonly id: number; readonly name: string }>(
  things: readonly Thing[],
  query: Query,
  otherwise: 'name' | 'id' = 'id',
): readonly Thing[] {
  const wanted = (query.text('orderBy') ?? otherwise).trim();
  const sign = wanted.startsWith('-') ? -1 : 1;
  const before = wanted.endsWith('name')
    ? (one: Thing, other: Thing) => one.name.localeCompare(other.name)
    : (one: Thing, other: Thing) => one.id - other.id;
  return [...things].sort((one, other) => sign * before(one, other));
}

/** Whether a thing is among the ids of a list parameter and its name holds `queryString`. */
export const wantedBy =
  (query: Query, ids = 'id', words = 'queryString') =>
  ({ id, name }: { readonly id: number; readonly name: string }): boolean =>
    (query.list(ids).length === 0 || query.has(ids, String(id))) &&
    name.toLowerCase().includes((query.text(words) ?? '').toLowerCase());
