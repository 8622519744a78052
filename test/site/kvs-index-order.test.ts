import { Filter, FilterConditions, Sort, WhereConditions } from '@forge/kvs';
import * as fc from 'fast-check';
import { platform, removePlatform } from './kvs-through-forge';

afterEach(removePlatform);

const entry = {
  name: 'entry',
  attributes: {
    group: { type: 'string' },
    text: { type: 'string' },
    count: { type: 'integer' },
    ratio: { type: 'float' },
  },
  indexes: (['text', 'count', 'ratio'] as const).flatMap((name) => [
    name,
    { name: `by-group-and-${name}`, partition: ['group'], range: [name] },
  ]),
} as const;

type Ranged = string | number;
type Row = { group?: string; text?: string; count?: number; ratio?: number };

const values = {
  text: fc
    .string({ unit: fc.constantFrom('a', 'b', 'B', ' ', '0', 'é', '界'), minLength: 1, maxLength: 4 })
    .filter((text) => text.trim() !== ''),
  count: fc.oneof(fc.integer({ min: -5, max: 12 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  ratio: fc.oneof(
    fc.constantFrom(-1.5, 0, 0.1, 2, 10, 1_767_603_600_000),
    fc
      .double({ min: -1e9, max: 1e9, noNaN: true })
      .filter((value) => value === 0 || Math.abs(value) > 1e-130)
      .map((value) => value + 0),
  ),
};
const row = fc.record({ group: fc.constantFrom('g', 'h'), ...values }, { requiredKeys: [] });

const comparisons: Record<string, (value: Ranged, first: Ranged, second: Ranged) => boolean> = {
  equalTo: (value, first) => value === first,
  greaterThan: (value, first) => value > first,
  greaterThanEqualTo: (value, first) => value >= first,
  lessThan: (value, first) => value < first,
  lessThanEqualTo: (value, first) => value <= first,
  between: (value, first, second) => value >= first && value <= second,
  beginsWith: (value, first) => String(value).startsWith(String(first)),
};

const query = fc.constantFrom('text' as const, 'count' as const, 'ratio' as const).chain((attribute) =>
  fc.record({
    attribute: fc.constant(attribute),
    partition: fc.constantFrom(undefined, 'g', 'h', 'none'),
    where: fc.option(
      fc.record({
        name: fc.constantFrom(
          ...Object.keys(comparisons).filter((name) => attribute === 'text' || name !== 'beginsWith'),
        ),
        bounds: fc.tuple(values[attribute] as fc.Arbitrary<Ranged>, values[attribute] as fc.Arbitrary<Ranged>),
      }),
      { nil: undefined },
    ),
    least: fc.option(fc.integer({ min: -5, max: 12 }), { nil: undefined }),
    sort: fc.constantFrom(Sort.ASC, Sort.DESC),
    limit: fc.integer({ min: 1, max: 5 }),
  }),
);

type Asked = typeof query extends fc.Arbitrary<infer Value> ? Value : never;
const ordered = ([first, second]: readonly [Ranged, Ranged]) =>
  (first <= second ? [first, second] : [second, first]) as [Ranged, Ranged];

function naive(rows: Map<string, Row>, { attribute, partition, where, least, sort }: Asked): string[] {
  const [first, second] = where ? ordered(where.bounds) : [0, 0];
  const found = [...rows]
    .filter(([, { [attribute]: value }]) => value !== undefined)
    .filter(([, { group }]) => partition === undefined || group === partition)
    .filter(([, { [attribute]: value }]) => !where || comparisons[where.name]!(value!, first, second))
    .filter(([, { count }]) => least === undefined || (count !== undefined && count >= least))
    .sort(([key, a], [otherKey, b]) =>
      a[attribute]! < b[attribute]! ? -1 : a[attribute]! > b[attribute]! ? 1 : key < otherKey ? -1 : 1,
    )
    .map(([key]) => key);
  return sort === Sort.ASC ? found : found.reverse();
}

type Entity = ReturnType<ReturnType<typeof platform>['kvs']['entity']>;

function built(entity: Entity, { attribute, partition, where, least, sort, limit }: Asked) {
  const name = partition === undefined ? attribute : `by-group-and-${attribute}`;
  const builder = entity.query().index(name, partition === undefined ? undefined : { partition: [partition] as never });
  if (where) {
    const condition = WhereConditions[where.name as keyof typeof WhereConditions];
    builder.where(condition(...(ordered(where.bounds) as [never, never])) as never);
  }
  if (least !== undefined)
    builder.filters(new Filter<Row>().and('count', FilterConditions.greaterThanEqualTo(least)) as never);
  return builder.sort(sort).limit(limit);
}

async function everyPage(entity: Entity, asked: Asked) {
  const pages: { key: string; value: unknown }[][] = [];
  let cursor: string | undefined;
  do {
    const builder = built(entity, asked);
    const page = await (cursor ? builder.cursor(cursor) : builder).getMany();
    pages.push(page.results);
    cursor = page.nextCursor;
  } while (cursor);
  return pages;
}

it('an index query, page by page, answers what filtering and sorting everything would', async () => {
  const rows = fc.array(row, { maxLength: 25 });
  const changes = fc.array(row, { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(rows, changes, query, async (first, second, asked) => {
      const entity = platform({ entities: [entry] }).kvs.entity('entry');
      const writes = [
        ...first.map((value, n) => [`k${n}`, value] as const),
        ...second.map((value, n) => [`k${n * 2}`, value] as const),
      ];
      for (const [key, value] of writes) await entity.set(key, value);
      const stored = new Map<string, Row>(writes);
      const pages = await everyPage(entity, asked);
      if (asked.least === undefined)
        expect(pages.slice(0, -1).every(({ length }) => length === asked.limit)).toBe(true);
      expect(pages.flat()).toEqual(naive(stored, asked).map((key) => ({ key, value: stored.get(key) })));
    }),
    { numRuns: 300 },
  );
});
