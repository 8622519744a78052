import type { SiteDatabase } from '../database';
import type { Version } from './entries';
import type { Ranged, Span } from './span';

/** A stretch of an index to read, in its order. */
export interface Reading {
  readonly space: string;
  readonly index: number;
  readonly partition: string;
  readonly span: Span;
  readonly descending: boolean;
  /** Where the stretch before ended. */
  readonly after: Place | undefined;
  readonly atMost: number;
}

export interface Place {
  readonly range: Ranged;
  readonly key: string;
}

/** A row of the index with the current version of its key; no value when the key has been deleted since. */
export type Row = Place & Omit<Version, 'value'> & { readonly value: string | null };

interface Term {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Reads by the primary key of the index rows, never by a scan. */
export function readIndex({ sql }: SiteDatabase, reading: Reading): readonly Row[] {
  const { space, index, partition, atMost, descending } = reading;
  const terms = [lower(reading), upper(reading)];
  const direction = descending ? 'DESC' : 'ASC';
  return sql(
    `SELECT row.range, row.key, entry.value, entry.created_at AS createdAt, entry.updated_at AS updatedAt,
       entry.expires_at AS expiresAt
     FROM kvs_index_row row LEFT JOIN kvs_entry entry ON entry.space = ? AND entry.key = row.key
     WHERE row.index_id = ? AND row.partition = ?${terms.map(({ text }) => text).join('')}
     ORDER BY row.range ${direction}, row.key ${direction} LIMIT ?`,
  ).all<Row>(space, index, partition, ...terms.flatMap(({ values }) => values), atMost);
}

/** Where the stretch before ended takes the part of the bound that reading starts from. */
function lower({ span, descending, after }: Reading): Term {
  return after && !descending ? beyond(after, '>') : bound(span.from, '>');
}

function upper({ span, descending, after }: Reading): Term {
  return after && descending ? beyond(after, '<') : bound(span.to, '<');
}

const beyond = ({ range, key }: Place, sign: '<' | '>'): Term => ({
  text: ` AND (row.range, row.key) ${sign} (?, ?)`,
  values: [range, key],
});

const bound = (to: Span['to'], sign: '<' | '>'): Term =>
  to ? { text: ` AND row.range ${sign}${to.included ? '=' : ''} ?`, values: [to.at] } : { text: '', values: [] };
