import { Filter, FilterConditions } from '@forge/kvs';
import { platform, refused, removePlatform } from './kvs-through-forge';

afterEach(removePlatform);

interface Account extends Record<string, unknown> {
  readonly owner?: string;
  readonly balance?: number;
}
const account = {
  name: 'account',
  attributes: { owner: { type: 'string' }, balance: { type: 'integer' } },
  indexes: ['balance'],
} as const;
const ledger = { name: 'ledger', attributes: { note: { type: 'string' } } } as const;
const site = () => platform({ entities: [account, ledger] });
const where = (...condition: Parameters<Filter<Account>['and']>) => ({
  entityName: 'account',
  conditions: new Filter<Account>().and(...condition),
});
const hasBalance = (amount: number) => where('balance', FilterConditions.equalTo(amount));

describe('a transaction', () => {
  it('writes and deletes plain values and rows together', async () => {
    const { kvs } = site();
    await kvs.set('old', 1);
    await kvs.entity('account').set('a1', { balance: 1 });
    await kvs
      .transact()
      .set('new', 2)
      .set('a2', { balance: 2 }, { entityName: 'account' })
      .delete('old')
      .delete('a1', { entityName: 'account' })
      .execute();
    expect(await kvs.get('new')).toBe(2);
    expect(await kvs.get('old')).toBeUndefined();
    const { results } = await kvs.entity('account').query().index('balance').getMany();
    expect(results).toEqual([{ key: 'a2', value: { balance: 2 } }]);
  });

  it('may delete what is not there', async () => {
    const { kvs } = site();
    await kvs.transact().delete('absent').delete('absent too', { entityName: 'account' }).execute();
  });

  it('gives a value a time to live', async () => {
    const { kvs, pass } = site();
    await kvs
      .transact()
      .set('key', 1, undefined, { ttl: { value: 1, unit: 'SECONDS' } })
      .execute();
    pass(999);
    expect(await kvs.get('key')).toBe(1);
    pass(1);
    expect(await kvs.get('key')).toBeUndefined();
  });

  it.each([
    [
      'sets',
      (kvs: ReturnType<typeof site>['kvs'], amount: number) =>
        kvs.transact().set<Account>('a1', { balance: 9 }, hasBalance(amount)),
    ],
    [
      'deletes',
      (kvs: ReturnType<typeof site>['kvs'], amount: number) => kvs.transact().delete('a1', hasBalance(amount)),
    ],
    ['checks', (kvs: ReturnType<typeof site>['kvs'], amount: number) => kvs.transact().check('a1', hasBalance(amount))],
  ])('that %s under a condition does all when it holds and nothing when it does not', async (_, begun) => {
    const { kvs } = site();
    await kvs.entity('account').set('a1', { balance: 1 });
    await expect(begun(kvs, 2).set('other', 1).execute()).rejects.toMatchObject(refused('CONDITIONAL_CHECK_FAILED'));
    expect(await kvs.get('other')).toBeUndefined();
    expect(await kvs.entity('account').get('a1')).toEqual({ balance: 1 });
    await begun(kvs, 1).set('other', 1).execute();
    expect(await kvs.get('other')).toBe(1);
  });

  it('creates a row only once under the condition that it is not there', async () => {
    const { kvs } = site();
    const create = (balance: number) =>
      kvs.transact().set<Account>('a1', { balance }, where('balance', FilterConditions.notExists())).execute();
    await create(1);
    await expect(create(2)).rejects.toMatchObject(refused('CONDITIONAL_CHECK_FAILED'));
    expect(await kvs.entity('account').get('a1')).toEqual({ balance: 1 });
  });

  it('finds no value in a row that is absent or expired', async () => {
    const { kvs, pass } = site();
    const check = () => kvs.transact().check('a1', hasBalance(1)).set('other', 1).execute();
    await expect(check()).rejects.toMatchObject(refused('CONDITIONAL_CHECK_FAILED'));
    await kvs.entity('account').set('a1', { balance: 1 }, { ttl: { value: 1, unit: 'SECONDS' } });
    await check();
    pass(1000);
    await expect(check()).rejects.toMatchObject(refused('CONDITIONAL_CHECK_FAILED'));
  });

  it('takes all or one of several conditions', async () => {
    const { kvs } = site();
    await kvs.entity('account').set('a1', { balance: 1, owner: 'x' });
    const check = (conditions: ReturnType<typeof where>['conditions']) =>
      kvs.transact().check('a1', { entityName: 'account', conditions }).set('other', 1).execute();
    const isOne = ['balance', FilterConditions.equalTo(1)] as const;
    const isY = ['owner', FilterConditions.equalTo('y')] as const;
    await check(new Filter<Account>().or(...isOne).or(...isY) as never);
    await expect(check(new Filter<Account>().and(...isOne).and(...isY))).rejects.toMatchObject(
      refused('CONDITIONAL_CHECK_FAILED'),
    );
  });

  it('checks the store as it is, not as queries see it', async () => {
    const { kvs } = platform({ entities: [account], lag: 2000 });
    await kvs.entity('account').set('a1', { balance: 1 });
    await kvs.transact().set<Account>('a1', { balance: 2 }, hasBalance(1)).execute();
    await expect(kvs.transact().set<Account>('a1', { balance: 3 }, hasBalance(1)).execute()).rejects.toMatchObject(
      refused('CONDITIONAL_CHECK_FAILED'),
    );
  });
});

describe('a transaction is refused', () => {
  const set = (count: number, value: unknown = 1) => Array.from({ length: count }, (_, n) => ({ key: `k${n}`, value }));
  const condition = { and: [{ property: 'balance', condition: 'EQUAL_TO', values: [1] }] };
  const row = { key: 'a1', entityName: 'account' };

  it.each([
    ['without operations', {}, 'INVALID_TRANSACTION_REQUEST', 400],
    ['with 26 operations', { set: set(26) }, 'UNPROCESSABLE_ENTITY', 422],
    ['with a key set twice', { set: [...set(1), ...set(1)] }, 'KEY_DUPLICATION_ERROR', 400],
    ['with a key set and deleted', { set: set(1), delete: [{ key: 'k0' }] }, 'KEY_DUPLICATION_ERROR', 400],
    [
      'with a key in two entities',
      { delete: [row, { key: 'a1', entityName: 'ledger' }] },
      'KEY_DUPLICATION_ERROR',
      400,
    ],
    ['with more than 4 MB', { set: set(20, 'x'.repeat(220 * 1024)) }, 'MAX_SIZE', 400],
    [
      'with a condition on a plain key',
      { set: [{ key: 'k', value: 1, conditions: condition }] },
      'INVALID_TRANSACTION_REQUEST',
      400,
    ],
    [
      'with a check of a plain key',
      { check: [{ key: 'k', conditions: condition }] },
      'INVALID_TRANSACTION_REQUEST',
      400,
    ],
    ['with a check of nothing', { check: [row] }, 'INVALID_REQUEST', 400],
    ['with an empty condition', { check: [{ ...row, conditions: { and: [] } }] }, 'EMPTY_FILTER_OPERATOR', 400],
    [
      'with a key policy',
      { set: [{ key: 'k', value: 1, options: { keyPolicy: 'OVERRIDE' } }] },
      'INVALID_KEY_POLICY',
      400,
    ],
    [
      'with an attribute of the wrong type',
      { set: [{ ...row, value: { balance: 'x' } }] },
      'INCORRECT_PROPERTY_TYPE',
      400,
    ],
    ['with an undeclared entity', { delete: [{ key: 'k', entityName: 'other' }] }, 'SCHEMA_NOT_FOUND', 404],
    ['with a bad key', { set: [{ key: 'a/b', value: 1 }] }, 'INVALID_KEY', 400],
  ])('%s', (_, body, code, status) => {
    const { ask } = site();
    const whole = { ...body, set: [...((body as { set?: unknown[] }).set ?? [])] };
    expect(ask('transaction', whole)).toMatchObject({ status, body: { code } });
    expect(ask('query', {})).toMatchObject({ body: { data: [] } });
  });

  it('not with 25 operations', () => {
    expect(site().ask('transaction', { set: set(25) }).status).toBe(204);
  });
});
