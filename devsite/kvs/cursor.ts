import type { NumberedIndex } from './index-rows';
import type { Place } from './reading';
import { refusal } from './refusals';
import type { Ranged } from './span';

/** Where a page ended, as the next query of the same index passes it back. */
export const cursorAt = ({ range, key }: Place, index: NumberedIndex): string =>
  Buffer.from(JSON.stringify([index.id, range, key])).toString('base64url');

export function placeOf(cursor: string | undefined, index: NumberedIndex): Place | undefined {
  if (cursor === undefined) return undefined;
  const [id, range, key] = decoded(cursor);
  if (id !== index.id || typeof key !== 'string' || !isRanged(range)) throw refusal('INVALID_CURSOR');
  return { range, key };
}

const isRanged = (range: unknown): range is Ranged => typeof range === 'string' || typeof range === 'number';

function decoded(cursor: string): readonly unknown[] {
  const place = parsed(Buffer.from(cursor, 'base64url').toString());
  if (!Array.isArray(place)) throw refusal('INVALID_CURSOR');
  return place;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('INVALID_CURSOR');
  }
}
