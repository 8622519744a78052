import { EntityQueryAsk, readAsk } from './asks';
import type { Operation } from './call';
import { type Attributes, meeting } from './conditions';
import { admitLimit, readPage } from './page';
import { refusal } from './refusals';
import { spanOf } from './span';

/** Rows of an entity in the order of one of its indexes. */
export const queryEntity: Operation = (call) => {
  const ask = readAsk(EntityQueryAsk, call.body);
  const space = call.store.space(ask.entityName ?? null);
  const index = call.store.index(space, ask.indexName);
  if (!index) throw refusal('INVALID_ENTITY_INDEX', { indexName: ask.indexName });
  const meets = meeting(ask.filters, space.types);
  const type = index.range === undefined ? 'string' : (space.types.get(index.range) ?? 'any');
  return readPage(call, {
    space,
    indexName: index.name,
    partition: ask.partition ?? [],
    span: spanOf(ask.range, index.range ?? 'key', type),
    descending: ask.sort === 'DESC',
    cursor: ask.cursor,
    limit: admitLimit(ask.limit, 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'),
    options: ask.options,
    ...(ask.filters && { keep: ({ value }) => meets(JSON.parse(value) as Attributes) }),
  });
};
