import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { openDatabase } from '../../devsite/database';
import { platform, removePlatform } from './kvs-through-forge';

afterEach(removePlatform);

const task = {
  name: 'task',
  attributes: { state: { type: 'string' }, due: { type: 'integer' } },
  indexes: ['due', { name: 'by-state', partition: ['state'], range: ['due'] }],
} as const;

type Site = ReturnType<typeof platform>;
const lagging = () => platform({ entities: [task], lag: 2000 });
const plainKeys = async ({ kvs }: Site) => (await kvs.query().limit(100).getMany()).results;
const open = async ({ kvs }: Site) =>
  (
    await kvs
      .entity('task')
      .query()
      .index('by-state', { partition: ['open'] as never })
      .limit(100)
      .getMany()
  ).results;

describe('a query', () => {
  it('sees a new value only after the lag, while a get sees it at once', async () => {
    const site = lagging();
    await site.kvs.set('key', 1);
    expect(await site.kvs.get('key')).toBe(1);
    expect(await plainKeys(site)).toEqual([]);
    site.pass(1999);
    expect(await plainKeys(site)).toEqual([]);
    site.pass(1);
    expect(await plainKeys(site)).toEqual([{ key: 'key', value: 1 }]);
  });

  it('sees the value before a change, then each change in its turn', async () => {
    const site = lagging();
    await site.kvs.set('key', 1);
    site.pass(2000);
    await site.kvs.set('key', 2);
    site.pass(1000);
    await site.kvs.set('key', 3);
    expect(await plainKeys(site)).toEqual([{ key: 'key', value: 1 }]);
    site.pass(1000);
    expect(await plainKeys(site)).toEqual([{ key: 'key', value: 2 }]);
    site.pass(1000);
    expect(await plainKeys(site)).toEqual([{ key: 'key', value: 3 }]);
  });

  it('sees a row where it stood in the index', async () => {
    const site = lagging();
    const tasks = site.kvs.entity('task');
    await tasks.set('t1', { state: 'open', due: 1 });
    site.pass(2000);
    await tasks.set('t1', { state: 'closed', due: 1 });
    expect(await open(site)).toEqual([{ key: 't1', value: { state: 'open', due: 1 } }]);
    site.pass(2000);
    expect(await open(site)).toEqual([]);
  });

  it('sees what was deleted until the lag is over, even when it is there again', async () => {
    const site = lagging();
    await site.kvs.set('key', 1);
    site.pass(2000);
    await site.kvs.delete('key');
    expect(await site.kvs.get('key')).toBeUndefined();
    expect(await plainKeys(site)).toEqual([{ key: 'key', value: 1 }]);
    site.pass(1000);
    await site.kvs.set('key', 2);
    site.pass(1000);
    expect(await plainKeys(site)).toEqual([]);
    site.pass(1000);
    expect(await plainKeys(site)).toEqual([{ key: 'key', value: 2 }]);
  });

  it('never sees what came and went within the lag', async () => {
    const site = lagging();
    await site.kvs.set('key', 1);
    await site.kvs.delete('key');
    site.pass(2000);
    expect(await plainKeys(site)).toEqual([]);
  });

  it('sees everything at once without a lag', async () => {
    const site = platform({ lag: 0 });
    await site.kvs.set('key', 1);
    expect(await plainKeys(site)).toEqual([{ key: 'key', value: 1 }]);
  });
});

describe('a store in a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kvs-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const opened = (entities: readonly (typeof task | Record<string, unknown>)[] = [task], lag = 2000) => {
    const database = openDatabase(join(folder, 'site.db'));
    return { ...platform({ entities: entities as never, lag, database }), database };
  };

  it('keeps values, rows, secrets and their times when it is closed', async () => {
    const first = opened();
    await first.kvs.set('key', 1, { ttl: { value: 1, unit: 'HOURS' } });
    await first.kvs.setSecret('key', 2);
    await first.kvs.entity('task').set('t1', { state: 'open', due: 1 });
    first.database.close();

    const second = opened();
    expect(await second.kvs.get('key')).toBe(1);
    expect(await second.kvs.getSecret('key')).toBe(2);
    expect(await second.kvs.entity('task').get('t1')).toEqual({ state: 'open', due: 1 });
    second.pass(3_600_000);
    expect(await second.kvs.get('key')).toBeUndefined();
    second.database.close();
  });

  it('shows queries everything when it is opened again', async () => {
    const first = opened();
    const tasks = first.kvs.entity('task');
    await tasks.set('t1', { state: 'open', due: 1 });
    await tasks.set('t2', { state: 'open', due: 2 });
    first.pass(5000);
    await first.kvs.get('key');
    await tasks.set('t1', { state: 'closed', due: 1 });
    await tasks.delete('t2');
    await tasks.set('t3', { state: 'open', due: 3 });
    first.database.close();

    const second = opened();
    expect(await open(second)).toEqual([{ key: 't3', value: { state: 'open', due: 3 } }]);
    second.database.close();
  });

  it('builds an index that was declared since, and one that changed', async () => {
    const first = opened([{ ...task, indexes: [{ name: 'by-state', partition: ['due'], range: ['state'] }] }]);
    await first.kvs.entity('task').set('t1', { state: 'open', due: 1 });
    first.pass(5000);
    await first.kvs.get('key');
    first.database.close();

    const second = opened();
    expect(await open(second)).toEqual([{ key: 't1', value: { state: 'open', due: 1 } }]);
    expect((await second.kvs.entity('task').query().index('due').getMany()).results).toHaveLength(1);
    second.database.close();
  });
});

const keys = ['a', 'b', 'c'] as const;
const step = fc.oneof(
  fc.record({
    set: fc.constantFrom(...keys),
    state: fc.constantFrom('open', 'closed'),
    due: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({ delete: fc.constantFrom(...keys) }),
  fc.record({ pass: fc.constantFrom(1, 500, 1000, 2500) }),
);

it('shows, whatever happens, the store as it was before the lag', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const site = lagging();
      const tasks = site.kvs.entity('task');
      const past: { at: number; rows: Record<string, { state: string; due: number }> }[] = [{ at: 0, rows: {} }];
      for (const each of steps) {
        const rows = { ...past.at(-1)!.rows };
        if ('pass' in each) site.pass(each.pass);
        else if ('delete' in each) {
          await tasks.delete(each.delete);
          delete rows[each.delete];
        } else {
          rows[each.set] = { state: each.state, due: each.due };
          await tasks.set(each.set, rows[each.set]!);
        }
        past.push({ at: site.now(), rows });
        const then = past.findLast(({ at }) => at <= site.now() - 2000)!.rows;
        const expected = Object.entries(then)
          .filter(([, { state }]) => state === 'open')
          .sort(([key, { due }], [otherKey, other]) => due - other.due || (key < otherKey ? -1 : 1))
          .map(([key, value]) => ({ key, value }));
        expect(await open(site)).toEqual(expected);
      }
    }),
    { numRuns: 150 },
  );
});
