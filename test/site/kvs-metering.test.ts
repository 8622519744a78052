import { Filter, FilterConditions } from '@forge/kvs';
import { platform, refused, removePlatform } from './kvs-through-forge';

afterEach(removePlatform);

const item = {
  name: 'item',
  attributes: { size: { type: 'integer' }, text: { type: 'string' } },
  indexes: ['size'],
} as const;
const kilobytes = (count: number) => 'x'.repeat(count * 1024 - 2);

describe('the charge', () => {
  it.each([
    [1, 1],
    [9, 1],
    [10, 2],
    [65, 7],
  ])('for a value of %d KB and its key is %d units, written or read', async (size, units) => {
    const { kvs, charges } = platform();
    await kvs.set('key', kilobytes(size));
    await kvs.get('key');
    const bytes = size * 1024 + 3;
    expect(charges).toEqual([
      { call: 'kvs set', writeUnits: units, writeBytes: bytes },
      { call: 'kvs get', readUnits: units, readBytes: bytes },
    ]);
  });

  it('counts bytes, not characters', async () => {
    const { kvs, charges } = platform();
    await kvs.set('key', 'ä');
    expect(charges).toEqual([{ call: 'kvs set', writeUnits: 1, writeBytes: 7 }]);
  });

  it('for reading nothing is 1 KB and a unit', async () => {
    const { kvs, charges } = platform({ entities: [item] });
    await kvs.get('absent');
    await kvs.query().getMany();
    await kvs.entity('item').query().index('size').getMany();
    await kvs.batchGet([{ key: 'absent' }]);
    const nothing = { readUnits: 1, readBytes: 1024 };
    expect(charges).toEqual([
      { call: 'kvs get', ...nothing },
      { call: 'kvs query', ...nothing },
      { call: 'kvs entity/query', ...nothing },
      { call: 'kvs batch/get', ...nothing },
    ]);
  });

  it('for a query, a batch or a transaction is by its whole size', async () => {
    const { kvs, charges } = platform({ entities: [item] });
    const items = ['k1', 'k2', 'k3'].map((key) => ({ key, value: kilobytes(4) }));
    await kvs.batchSet(items);
    await kvs.batchGet(items);
    await kvs.query().limit(2).getMany();
    await kvs.transact().set('k4', kilobytes(9)).delete('k1').check('i1', absent).execute();
    await kvs.batchDelete([{ key: 'k2' }, { key: 'k3' }]);
    const whole = 3 * (4 * 1024 + 2);
    expect(charges).toEqual([
      { call: 'kvs batch/set', writeUnits: 2, writeBytes: whole },
      { call: 'kvs batch/get', readUnits: 2, readBytes: whole },
      { call: 'kvs query', readUnits: 1, readBytes: 2 * (4 * 1024 + 2) },
      { call: 'kvs transaction', writeUnits: 1, writeBytes: 9 * 1024 + 6 },
      { call: 'kvs batch/delete', writeUnits: 1, writeBytes: 4 },
    ]);
  });

  it('is due for a write that a condition or a policy stops, not for one that is refused unread', async () => {
    const { kvs, charges } = platform({ entities: [item] });
    await kvs.set('key', 1);
    await expect(kvs.set('key', 1, { keyPolicy: 'FAIL_IF_EXISTS' })).rejects.toMatchObject(
      refused('KEY_CONFLICT', 409),
    );
    await expect(kvs.set('a/b', 1)).rejects.toMatchObject(refused('INVALID_KEY'));
    expect(charges.map(({ call }) => call)).toEqual(['kvs set', 'kvs set']);
  });

  const absent = {
    entityName: 'item',
    conditions: new Filter<{ size: number }>().and('size', FilterConditions.notExists()),
  };
});

describe('the rate', () => {
  it('of requests is counted by the second of site time', async () => {
    const { kvs, pass } = platform({ rates: { requestsPerSecond: 3 } });
    for (let n = 0; n < 3; n += 1) await kvs.get('key');
    await expect(kvs.get('key')).rejects.toMatchObject(refused('RATE_LIMIT_EXCEEDED', 429));
    pass(999);
    await expect(kvs.get('key')).rejects.toMatchObject(refused('RATE_LIMIT_EXCEEDED', 429));
    pass(1);
    expect(await kvs.get('key')).toBeUndefined();
  });

  it('of writing is counted in units by the minute of site time', async () => {
    const { kvs, pass } = platform({ rates: { writeUnitsPerMinute: 5 } });
    await kvs.set('key', kilobytes(25));
    await expect(kvs.set('key', kilobytes(25))).rejects.toMatchObject({
      ...refused('RATE_LIMIT_EXCEEDED', 429),
      context: { limit: 'writeUnitsPerMinute', rate: 5 },
    });
    await kvs.transact().set('other', kilobytes(15)).execute();
    await expect(kvs.delete('key')).rejects.toMatchObject(refused('RATE_LIMIT_EXCEEDED', 429));
    await expect(kvs.transact().delete('key').execute()).rejects.toMatchObject(refused('TOO_MANY_REQUESTS', 429));
    await kvs.get('key');
    pass(60_000);
    await kvs.delete('key');
  });

  it('of reading is counted in units by the minute of site time', async () => {
    const { kvs, pass, charges } = platform({ rates: { readUnitsPerMinute: 3 } });
    await kvs.set('key', kilobytes(25));
    await kvs.get('key');
    await expect(kvs.query().getMany()).rejects.toMatchObject(refused('RATE_LIMIT_EXCEEDED', 429));
    expect(charges).toHaveLength(2);
    pass(60_000);
    expect((await kvs.query().getMany()).results).toHaveLength(1);
  });

  it('tells its peaks', async () => {
    const { kvs, pass, store } = platform();
    for (let n = 0; n < 5; n += 1) await kvs.set('key', kilobytes(15));
    pass(1000);
    await kvs.get('key');
    pass(60_000);
    await kvs.get('key');
    expect(store.peaks()).toEqual({ requestsPerSecond: 5, readUnitsPerMinute: 2, writeUnitsPerMinute: 10 });
  });
});
