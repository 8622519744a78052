import { platform, refused, removePlatform } from './kvs-through-forge';

afterEach(removePlatform);

const account = { name: 'account', attributes: { balance: { type: 'integer' } }, indexes: ['balance'] } as const;
const site = () => platform({ entities: [account] });

describe('a batch', () => {
  it('sets plain values and rows, each by itself', async () => {
    const { kvs } = site();
    const { successfulKeys, failedKeys } = await kvs.batchSet<unknown>([
      { key: 'plain', value: 1 },
      { key: 'row', entityName: 'account', value: { balance: 1 } },
      { key: 'wrong', entityName: 'account', value: { balance: 'x' } },
      { key: 'a/b', value: 1 },
      { key: 'other', entityName: 'other', value: {} },
    ]);
    expect(successfulKeys).toEqual([{ key: 'plain' }, { key: 'row', entityName: 'account' }]);
    expect(failedKeys).toMatchObject([
      { key: 'wrong', entityName: 'account', error: { code: 'INCORRECT_PROPERTY_TYPE' } },
      { key: 'a/b', error: { code: 'INVALID_KEY' } },
      { key: 'other', entityName: 'other', error: { code: 'SCHEMA_NOT_FOUND' } },
    ]);
    expect(await kvs.get('plain')).toBe(1);
    expect(await kvs.entity('account').get('row')).toEqual({ balance: 1 });
    expect(await kvs.entity('account').get('wrong')).toBeUndefined();
  });

  it('gets what is there and names what is not', async () => {
    const { kvs } = site();
    await kvs.set('plain', { a: 1 });
    await kvs.entity('account').set('row', { balance: 1 });
    const items = [{ key: 'plain' }, { key: 'row', entityName: 'account' }, { key: 'absent' }];
    expect(await kvs.batchGet(items)).toEqual({
      successfulKeys: [
        { key: 'plain', value: { a: 1 } },
        { key: 'row', entityName: 'account', value: { balance: 1 } },
      ],
      failedKeys: [{ key: 'absent', error: { code: 'KEY_NOT_FOUND', message: 'Provided key does not exist' } }],
    });
  });

  it('deletes, and counts what is not there as deleted', async () => {
    const { kvs } = site();
    await kvs.set('plain', 1);
    const items = [{ key: 'plain' }, { key: 'absent', entityName: 'account' }];
    expect(await kvs.batchDelete(items)).toEqual({ successfulKeys: items, failedKeys: [] });
    expect(await kvs.get('plain')).toBeUndefined();
  });

  it('gives a value a time to live, but follows no key policy', async () => {
    const { kvs, pass, ask } = site();
    await kvs.batchSet([{ key: 'key', value: 1, options: { ttl: { value: 1, unit: 'SECONDS' } } }]);
    pass(1000);
    expect(await kvs.get('key')).toBeUndefined();
    const answer = ask('batch/set', [{ key: 'key', value: 1, options: { keyPolicy: 'FAIL_IF_EXISTS' } }]);
    expect(answer).toMatchObject({ status: 200, body: { failedKeys: [{ error: { code: 'INVALID_KEY_POLICY' } }] } });
  });
});

describe('a batch is refused', () => {
  const items = (count: number) => Array.from({ length: count }, (_, n) => ({ key: `k${n}`, value: 1 }));

  it('with 26 keys', async () => {
    const { kvs } = site();
    await kvs.batchSet(items(25));
    await expect(kvs.batchSet(items(26))).rejects.toMatchObject({
      ...refused('TOO_MANY_BATCH_ENTITIES'),
      message: 'Number of entities to set was 26, but you can only set a maximum of 25 entities at a time.',
    });
    await expect(kvs.batchGet(items(26))).rejects.toMatchObject(refused('TOO_MANY_BATCH_ENTITIES'));
    await expect(kvs.batchDelete(items(26))).rejects.toMatchObject(refused('TOO_MANY_BATCH_ENTITIES'));
  });

  it('with a key twice', async () => {
    const twice = [...items(1), ...items(1)];
    await expect(site().kvs.batchSet(twice)).rejects.toMatchObject(refused('KEY_DUPLICATION_ERROR'));
    const inTwoPlaces = [{ key: 'k' }, { key: 'k', entityName: 'account' }];
    expect((await site().kvs.batchDelete(inTwoPlaces)).successfulKeys).toEqual(inTwoPlaces);
  });

  it('with more than 4 MB', async () => {
    const large = items(20).map(({ key }) => ({ key, value: 'x'.repeat(220 * 1024) }));
    await expect(site().kvs.batchSet(large)).rejects.toMatchObject(refused('MAX_SIZE'));
  });

  it('when it is empty or no array', async () => {
    const { kvs, ask } = site();
    await expect(kvs.batchSet([])).rejects.toMatchObject(refused('INVALID_REQUEST'));
    expect(ask('batch/get', { keys: ['k'] })).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
  });
});
