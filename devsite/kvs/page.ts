import type { Answer } from '../simulators/simulator';
import { answered, bytesOf, found } from './answers';
import type { ReadOptions } from './asks';
import { fits } from './attribute-types';
import type { Call } from './call';
import { cursorAt, placeOf } from './cursor';
import type { Space } from './declared';
import type { Version } from './entries';
import { type NumberedIndex, partitionText } from './index-rows';
import { limits } from './limits';
import type { Reading, Row } from './reading';
import { refusal } from './refusals';
import type { Span } from './span';
import type { Store } from './store';

const filteredAtOnce = 200;

interface PageAsk {
  readonly space: Space;
  readonly indexName: string;
  readonly partition: readonly unknown[];
  readonly span: Span;
  readonly descending: boolean;
  readonly cursor: string | undefined;
  readonly limit: number;
  readonly options: ReadOptions;
  readonly keep?: (version: Version) => boolean;
}

export function readPage({ name, store, meter }: Call, ask: PageAsk): Answer {
  const { space, span, descending, limit, keep } = ask;
  const index = store.index(space, ask.indexName) as NumberedIndex;
  const partition = partitionOf(space, index, ask.partition);
  const reading = {
    space: space.name,
    index: index.id,
    partition,
    span,
    descending,
    after: placeOf(ask.cursor, index),
  };
  const rows = meter.read(name, () => {
    const value = collect(store, { ...reading, atMost: keep ? filteredAtOnce : limit + 1 }, limit, keep);
    return { value, bytes: value.slice(0, limit).reduce((sum, row) => sum + bytesOf(row.key, row.value), 0) };
  });
  const page = rows.slice(0, limit);
  const end = rows.length > limit ? page.at(-1) : undefined;
  const data = page.map((row) => answered(row.key, row, ask.options?.metadataFields));
  return found(end ? { data, cursor: cursorAt(end, index) } : { data });
}

/** A partitioned index is read one whole partition at a time. */
function partitionOf(space: Space, index: NumberedIndex, values: readonly unknown[]): string {
  if (values.length !== index.partition.length)
    throw refusal('INVALID_ENTITY_INDEX', { indexName: index.name, partition: index.partition });
  index.partition.forEach((property, at) => {
    const type = space.types.get(property) ?? 'any';
    if (!fits(type, values[at])) throw refusal('INVALID_FILTER_VALUES', { property, type });
  });
  return partitionText(values);
}

/** Reads on while rows fall away, until there is one more than fits the page or the index ends. */
function collect(store: Store, reading: Reading, limit: number, keep: (version: Version) => boolean = () => true) {
  const rows: (Row & Version)[] = [];
  let { after } = reading;
  while (rows.length <= limit) {
    const stretch = store.query({ ...reading, after });
    rows.push(...stretch.shown.filter(keep));
    after = stretch.last;
    if (!after) break;
  }
  return rows;
}

export function admitLimit(
  limit: unknown,
  code: 'LIST_QUERY_LIMIT_EXCEEDED' | 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
): number {
  if (limit === undefined || limit === null) return limits.pageByDefault;
  const isIn = Number.isInteger(limit) && (limit as number) >= 1 && (limit as number) <= limits.pageAtMost;
  if (!isIn) throw refusal(code, { limit });
  return limit as number;
}
