import { type Condition, QueryAsk, readAsk } from './asks';
import type { Operation } from './call';
import { plainSpace } from './declared';
import { admitLimit, readPage } from './page';
import { refusal } from './refusals';
import { type Span, spanOf } from './span';

/** Plain keys in their order, those with one beginning when it is asked for. */
export const queryPlain: Operation = (call) => {
  const ask = readAsk(QueryAsk, call.body);
  return readPage(call, {
    space: plainSpace,
    indexName: 'by-key',
    partition: [],
    span: keysOf(ask.where),
    descending: false,
    cursor: ask.after,
    limit: admitLimit(ask.limit, 'LIST_QUERY_LIMIT_EXCEEDED'),
    options: ask.options,
  });
};

function keysOf(where: readonly Condition[] = []): Span {
  const [first, ...more] = where;
  if (!first) return {};
  if (first.property !== 'key') throw refusal('QUERY_WHERE_FIELD_INVALID');
  if (more.length > 0 || first.condition !== 'BEGINS_WITH') throw refusal('QUERY_WHERE_INVALID');
  return spanOf(first, 'key', 'string');
}
