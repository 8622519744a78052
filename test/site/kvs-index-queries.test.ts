import { Filter, FilterConditions, MetadataField, Sort, WhereConditions } from '@forge/kvs';
import { platform, refused, removePlatform, start } from './kvs-through-forge';

afterEach(removePlatform);

const task = {
  name: 'task',
  attributes: {
    state: { type: 'string' },
    due: { type: 'float' },
    rank: { type: 'integer' },
    urgent: { type: 'boolean' },
    note: { type: 'any' },
  },
  indexes: [
    'state',
    'due',
    'rank',
    'urgent',
    { name: 'by-state', partition: ['state'], range: ['due'] },
    { name: 'by-state-and-urgency', partition: ['state', 'urgent'], range: ['rank'] },
  ],
} as const;

type Task = Record<string, unknown>;

const rows: Readonly<Record<string, Task>> = {
  t1: { state: 'open', due: 10.5, rank: 3, urgent: true },
  t2: { state: 'open', due: -2, rank: 1, urgent: false, note: ['a', 'b'] },
  t3: { state: 'open', due: 9, rank: 2, urgent: true, note: 'abc' },
  t4: { state: 'closed', due: 100, rank: 10, urgent: false },
  t5: { state: 'opening', due: 10.5, rank: -7 },
  t6: { rank: 5 },
};

async function tasks() {
  const site = platform({ entities: [task] });
  const entity = site.kvs.entity<Task>('task');
  for (const [key, value] of Object.entries(rows)) await entity.set(key, value);
  const index = (name: string, partition?: never[]) => entity.query().index(name, partition && { partition });
  return { ...site, entity, index };
}

const keysOf = async (query: { getMany(): Promise<{ results: { key: string }[] }> }) =>
  (await query.getMany()).results.map(({ key }) => key);

describe('an index', () => {
  it.each([
    ['by-key', ['t1', 't2', 't3', 't4', 't5', 't6']],
    ['state', ['t4', 't1', 't2', 't3', 't5']],
    ['due', ['t2', 't3', 't1', 't5', 't4']],
    ['rank', ['t5', 't2', 't3', 't1', 't6', 't4']],
    ['urgent', ['t2', 't4', 't1', 't3']],
  ])('%s orders what has its attributes, either way', async (name, expected) => {
    const { index } = await tasks();
    expect(await keysOf(index(name))).toEqual(expected);
    expect(await keysOf(index(name).sort(Sort.ASC))).toEqual(expected);
    expect(await keysOf(index(name).sort(Sort.DESC))).toEqual(expected.toReversed());
  });

  it.each([
    ['by-state', ['open'], ['t2', 't3', 't1']],
    ['by-state', ['gone'], []],
    ['by-state-and-urgency', ['open', true], ['t3', 't1']],
    ['by-state-and-urgency', ['closed', false], ['t4']],
  ])('%s answers the partition %j', async (name, partition, expected) => {
    const { index } = await tasks();
    expect(await keysOf(index(name, partition as never[]))).toEqual(expected);
  });

  it('follows changes and deletions', async () => {
    const { entity, index } = await tasks();
    await entity.set('t3', { state: 'open', due: 50 });
    await entity.set('t2', { state: 'closed', due: -2 });
    await entity.delete('t5');
    expect(await keysOf(index('by-state', ['open'] as never[]))).toEqual(['t1', 't3']);
    expect(await keysOf(index('due'))).toEqual(['t2', 't1', 't3', 't4']);
    expect(await keysOf(index('by-key'))).toEqual(['t1', 't2', 't3', 't4', 't6']);
  });

  it('leaves out what has expired', async () => {
    const { entity, index, pass } = await tasks();
    await entity.set('t1', rows.t1!, { ttl: { value: 1, unit: 'MINUTES' } });
    pass(60_000);
    expect(await keysOf(index('due'))).toEqual(['t2', 't3', 't5', 't4']);
    pass(60_000);
    expect(await keysOf(index('due'))).toEqual(['t2', 't3', 't5', 't4']);
  });
});

describe('a condition on the range', () => {
  it.each([
    ['due', WhereConditions.equalTo(10.5), ['t1', 't5']],
    ['due', WhereConditions.greaterThan(9), ['t1', 't5', 't4']],
    ['due', WhereConditions.greaterThanEqualTo(9), ['t3', 't1', 't5', 't4']],
    ['due', WhereConditions.lessThan(9), ['t2']],
    ['due', WhereConditions.lessThanEqualTo(9), ['t2', 't3']],
    ['due', WhereConditions.between(-2, 9), ['t2', 't3']],
    ['rank', WhereConditions.between(-7, 1), ['t5', 't2']],
    ['rank', WhereConditions.greaterThan(2), ['t1', 't6', 't4']],
    ['state', WhereConditions.beginsWith('open'), ['t1', 't2', 't3', 't5']],
    ['state', WhereConditions.greaterThan('open'), ['t5']],
    ['state', WhereConditions.between('a', 'open'), ['t4', 't1', 't2', 't3']],
    ['urgent', WhereConditions.equalTo(true as never), ['t1', 't3']],
    ['by-key', WhereConditions.lessThanEqualTo('t2'), ['t1', 't2']],
    ['by-key', WhereConditions.beginsWith('t6'), ['t6']],
  ])('narrows %s: %j', async (name, condition, expected) => {
    const { index } = await tasks();
    expect(await keysOf(index(name).where(condition as never))).toEqual(expected);
    expect(
      await keysOf(
        index(name)
          .where(condition as never)
          .sort(Sort.DESC),
      ),
    ).toEqual(expected.toReversed());
  });

  it('narrows a partition', async () => {
    const { index } = await tasks();
    const query = index('by-state', ['open'] as never[]).where(WhereConditions.lessThan(10.5));
    expect(await keysOf(query)).toEqual(['t2', 't3']);
    expect(await query.getOne()).toEqual({ key: 't2', value: rows.t2 });
  });

  it.each([
    ['due', { condition: 'CONTAINS', values: [1] }, 'INVALID_FILTER_CONDITION'],
    ['due', { condition: 'NEAR', values: [1] }, 'INVALID_FILTER_CONDITION'],
    ['due', { condition: 'BEGINS_WITH', values: [1] }, 'INVALID_FILTER_CONDITION'],
    ['urgent', { condition: 'GREATER_THAN', values: [false] }, 'INVALID_FILTER_CONDITION'],
    ['due', { condition: 'BETWEEN', values: [1] }, 'INSUFFICIENT_FILTER_VALUES'],
    ['due', { condition: 'EQUAL_TO', values: [] }, 'INSUFFICIENT_FILTER_VALUES'],
    ['due', { condition: 'EQUAL_TO', values: ['1'] }, 'INVALID_FILTER_VALUES'],
    ['due', { condition: 'EQUAL_TO', values: [1, 2] }, 'INVALID_FILTER_VALUES'],
    ['due', { condition: 'BETWEEN', values: [2, 1] }, 'INVALID_FILTER_VALUES'],
    ['rank', { condition: 'LESS_THAN', values: [2 ** 31] }, 'INVALID_FILTER_VALUES'],
    ['state', { condition: 'BEGINS_WITH', values: [''] }, 'INVALID_FILTER_VALUES'],
  ])('is refused on %s: %j', async (indexName, range, code) => {
    const { ask } = await tasks();
    expect(ask('entity/query', { entityName: 'task', indexName, range })).toMatchObject({
      status: 400,
      body: { code },
    });
  });
});

describe('a filter', () => {
  type Condition = Parameters<Filter<Task>['and']>[1];
  const and = (property: string, condition: Condition) => new Filter<Task>().and(property, condition);
  const or = (property: string, condition: Condition) => new Filter<Task>().or(property, condition);

  it.each([
    [and('state', FilterConditions.equalTo('open')), ['t1', 't2', 't3']],
    [and('state', FilterConditions.notEqualTo('open')), ['t4', 't5', 't6']],
    [and('state', FilterConditions.exists()), ['t1', 't2', 't3', 't4', 't5']],
    [and('state', FilterConditions.notExists()), ['t6']],
    [and('state', FilterConditions.beginsWith('open')), ['t1', 't2', 't3', 't5']],
    [and('state', FilterConditions.contains('n')), ['t1', 't2', 't3', 't5']],
    [and('state', FilterConditions.notContains('pen')), ['t4', 't6']],
    [and('due', FilterConditions.between(9, 10.5)), ['t1', 't3', 't5']],
    [and('due', FilterConditions.greaterThan(10.5)), ['t4']],
    [and('due', FilterConditions.greaterThanEqualTo(10.5)), ['t1', 't4', 't5']],
    [and('due', FilterConditions.lessThan(9)), ['t2']],
    [and('due', FilterConditions.lessThanEqualTo(9)), ['t2', 't3']],
    [and('urgent', FilterConditions.equalTo(false)), ['t2', 't4']],
    [and('note', FilterConditions.contains('b')), ['t2', 't3']],
    [and('due', FilterConditions.lessThan(50)).and('urgent', FilterConditions.equalTo(true)), ['t1', 't3']],
    [or('state', FilterConditions.equalTo('closed')).or('rank', FilterConditions.greaterThan(3)), ['t4', 't6']],
  ])('keeps what meets it: %j', async (filter, expected) => {
    const { index } = await tasks();
    expect(await keysOf(index('by-key').filters(filter as never))).toEqual(expected);
  });

  it('is applied to a page after it is read, so that an empty page may have a cursor', async () => {
    const { entity, index } = await tasks();
    const query = () =>
      index('due')
        .filters(and('state', FilterConditions.equalTo('closed')))
        .limit(2);
    const first = await query().getMany();
    const second = await query().cursor(first.nextCursor!).getMany();
    const third = await query().cursor(second.nextCursor!).getMany();
    expect([first, second, third].map(({ results }) => results.map(({ key }) => key))).toEqual([[], [], ['t4']]);
    expect(third.nextCursor).toBeUndefined();
    expect(await query().getOne()).toBeUndefined();
    expect(await entity.get('t4')).toBeDefined();
  });

  const equal = (property: string, value: unknown) => ({ property, condition: 'EQUAL_TO', values: [value] });
  it.each([
    [{ and: [equal('state', 'open')], or: [equal('state', 'open')] }, 'INVALID_FILTER_OPERATORS_COMBINATION'],
    [{ and: [] }, 'EMPTY_FILTER_OPERATOR'],
    [{}, 'EMPTY_FILTER_OPERATOR'],
    [{ and: [equal('other', 1)] }, 'INVALID_ENTITY_ATTRIBUTE'],
    [{ and: [equal('due', '1')] }, 'INVALID_FILTER_VALUES'],
    [{ and: [{ property: 'due', condition: 'CONTAINS', values: [1] }] }, 'INVALID_FILTER_CONDITION'],
    [{ and: [{ property: 'due', condition: 'BETWEEN', values: [1] }] }, 'INSUFFICIENT_FILTER_VALUES'],
    [{ and: [{ property: 'due', condition: 'EXISTS', values: [false] }] }, 'INVALID_FILTER_VALUES'],
    [{ or: Array(101).fill(equal('rank', 1)) }, 'INVALID_FILTER_CONDITION'],
  ])('is refused: %#', async (filters, code) => {
    const { ask } = await tasks();
    const answer = ask('entity/query', { entityName: 'task', indexName: 'due', filters });
    expect(answer).toMatchObject({ status: 400, body: { code } });
  });
});

describe('a page', () => {
  it('ends at the limit and goes on at the cursor, in either direction', async () => {
    const { index } = await tasks();
    for (const [sort, expected] of [
      [Sort.ASC, ['t2', 't3', 't1', 't5', 't4']],
      [Sort.DESC, ['t4', 't5', 't1', 't3', 't2']],
    ] as const) {
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const query = index('due').where(WhereConditions.between(-2, 100)).sort(sort).limit(2);
        const page = await (cursor ? query.cursor(cursor) : query).getMany();
        found.push(...page.results.map(({ key }) => key));
        cursor = page.nextCursor;
      } while (cursor);
      expect(found).toEqual(expected);
    }
  });

  it('has ten rows unless told otherwise', async () => {
    const { entity, index } = await tasks();
    for (let n = 0; n < 10; n += 1) await entity.set(`x${n}`, {});
    expect((await index('by-key').getMany()).results).toHaveLength(10);
    expect((await index('by-key').limit(100).getMany()).results).toHaveLength(16);
  });

  it.each([0, 101, 2.5])('cannot have %d rows', async (limit) => {
    const { index } = await tasks();
    await expect(index('due').limit(limit).getMany()).rejects.toMatchObject(
      refused('COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'),
    );
  });

  it.each([['null'], ['5'], ['"here"'], ['{}'], ['[1]'], ['no JSON']])(
    'does not go on at a cursor that is none: %s',
    async (text) => {
      const { index } = await tasks();
      const cursor = Buffer.from(text).toString('base64url');
      await expect(index('due').cursor(cursor).getMany()).rejects.toMatchObject(refused('INVALID_CURSOR'));
    },
  );

  it.each([[true], [{}], [null], [['a']]])('does not go on at a cursor whose place is %j', async (range) => {
    const { index } = await tasks();
    const { nextCursor } = await index('due').limit(1).getMany();
    const [id] = JSON.parse(Buffer.from(nextCursor!, 'base64url').toString());
    const cursor = Buffer.from(JSON.stringify([id, range, 'a'])).toString('base64url');
    await expect(index('due').cursor(cursor).getMany()).rejects.toMatchObject(refused('INVALID_CURSOR'));
  });

  it('does not go on at the cursor of another index', async () => {
    const { index } = await tasks();
    const { nextCursor } = await index('due').limit(1).getMany();
    await expect(index('rank').cursor(nextCursor!).getMany()).rejects.toMatchObject(refused('INVALID_CURSOR'));
  });

  it('tells metadata if asked', async () => {
    const { entity } = await tasks();
    const query = entity
      .query({ metadataFields: [MetadataField.CREATED_AT] })
      .index('by-key')
      .limit(1);
    expect((await query.getMany()).results).toEqual([{ key: 't1', value: rows.t1, createdAt: start }]);
  });
});

describe('a query', () => {
  it.each([
    ['an undeclared index', { indexName: 'by-note' }, 'INVALID_ENTITY_INDEX'],
    ['no index', {}, 'INVALID_REQUEST'],
    ['a partition the index does not have', { indexName: 'due', partition: [1] }, 'INVALID_ENTITY_INDEX'],
    ['no partition where the index has one', { indexName: 'by-state' }, 'INVALID_ENTITY_INDEX'],
    ['half a partition', { indexName: 'by-state-and-urgency', partition: ['open'] }, 'INVALID_ENTITY_INDEX'],
    ['a partition of another type', { indexName: 'by-state', partition: [1] }, 'INVALID_FILTER_VALUES'],
    ['another order', { indexName: 'due', sort: 'UP' }, 'INVALID_REQUEST'],
  ])('is refused with %s', async (_, query, code) => {
    const { ask } = await tasks();
    expect(ask('entity/query', { entityName: 'task', ...query })).toMatchObject({ status: 400, body: { code } });
  });
});
