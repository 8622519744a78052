import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { defineEntity } from './entity';
import { StoredInstant } from './shapes';

/** A copy of what could not be read, as it was stored, or a piece of its JSON where it is too large for one row. */
const SetAside = v.object({
  /** `<entity>#<key>`, `setting#<key>`. */
  subject: v.string(),
  /** When it was first met. */
  since: StoredInstant,
  /** A digest of what was stored: what is damaged a second time is another copy. */
  digest: v.string(),
  /** The part that did not fit. */
  why: v.string(),
  row: v.unknown(),
  piece: v.number(),
  pieces: v.number(),
});
export type SetAside = v.InferOutput<typeof SetAside>;

/** Nothing is lost of what cannot be read: it stays here whatever is written over it, and an export has it. */
export const setAsideEntity = defineEntity({
  name: 'set-aside',
  shape: SetAside,
  attributes: {
    subject: 'string',
    since: 'string',
    digest: 'string',
    why: 'string',
    row: 'any',
    piece: 'integer',
    pieces: 'integer',
  },
  indexes: { 'by-since': { range: 'since' } },
  keyOf: setAsideKey,
});

function setAsideKey({ subject, digest, piece }: Pick<SetAside, 'subject' | 'digest' | 'piece'>): string {
  return `${subject.length > mostOfKey ? shortened(subject) : subject}#${digest}#${piece}`;
}

/** A key takes 500 letters, https://developer.atlassian.com/platform/forge/limits-kvs-ce/ (2026-08); so does that of a stray record, before what it is a copy of and which piece. */
const mostOfKey = 470;

const shortened = (subject: string): string => `${subject.slice(0, 440)}#${digestOf(subject)}`;

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** What a row of its own takes beside its copy; a value takes 240 KiB, and 31 levels of nesting. */
const [mostBytes, mostLevels, lettersOfPiece] = [220_000, 29, 30_000];

/** The copies of a row by their keys: one, or several that are its JSON one behind the other. */
export function copiesOf(
  subject: string,
  row: unknown,
  { since, why }: Pick<SetAside, 'since' | 'why'>,
): readonly (SetAside & { readonly key: string })[] {
  const text = JSON.stringify(row) ?? 'null';
  const digest = digestOf(text);
  const whole = row !== null && Buffer.byteLength(text) <= mostBytes && levelsOf(row) <= mostLevels;
  const parts = whole ? [row] : piecesOf(text);
  return parts.map((part, i) => {
    const copy = { subject, since, digest, why, row: part, piece: i + 1, pieces: parts.length };
    return { key: setAsideKey(copy), ...copy };
  });
}

const piecesOf = (text: string): readonly string[] =>
  Array.from({ length: Math.ceil(text.length / lettersOfPiece) }, (_, i) =>
    text.slice(i * lettersOfPiece, (i + 1) * lettersOfPiece),
  );

const levelsOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(levelsOf)) : 0;
