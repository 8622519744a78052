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
import { refusal } from './refusals';
import type { Span } from './span';

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

/**
 * Filters are applied to a page after it is read, so a page may be short or empty and yet have a cursor:
 * https://developer.atlassian.com/platform/forge/runtime-reference/storage-api-query-complex/ (as of 2026-08-22).
 */
export function readPage({ name, store, meter, throughput }: Call, ask: PageAsk): Answer {
  const { space, span, descending, limit, keep } = ask;
  const index = store.index(space, ask.indexName) as NumberedIndex;
  const partition = partitionOf(space, index, ask.partition);
  const after = placeOf(ask.cursor, index);
  const { page, end } = meter.read(name, () => {
    const rows = store.query({
      space: space.name,
      index: index.id,
      partition,
      span,
      descending,
      after,
      atMost: limit + 1,
    });
    const page = rows.slice(0, limit).filter(store.isAlive);
    const bytes = page.reduce((sum, row) => sum + bytesOf(row.key, row.value), 0);
    throughput.pass('queried', `${space.name} ${index.id} ${partition}`, bytes);
    return { value: { page, end: rows.length > limit ? rows[limit - 1] : undefined }, bytes };
  });
  const kept = keep ? page.filter(keep) : page;
  const data = kept.map((row) => answered({ key: row.key }, row, ask.options?.metadataFields));
  const cursor = end && `,"cursor":${JSON.stringify(cursorAt(end, index))}`;
  return found(`{"data":[${data.join()}]${cursor ?? ''}}`);
}

/** A partitioned index is read one whole partition at a time, each of its attributes given. */
function partitionOf(space: Space, index: NumberedIndex, values: readonly unknown[]): string {
  if (values.length !== index.partition.length)
    throw refusal('INVALID_ENTITY_INDEX', { indexName: index.name, partition: index.partition });
  index.partition.forEach((property, at) => {
    const type = space.types.get(property) ?? 'any';
    if (!fits(type, values[at])) throw refusal('INVALID_FILTER_VALUES', { property, type });
  });
  return partitionText(values);
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
