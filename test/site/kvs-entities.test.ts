import { platform, refused, removePlatform } from './kvs-through-forge';

afterEach(removePlatform);

const everyType = {
  name: 'every-type',
  attributes: {
    text: { type: 'string' },
    count: { type: 'integer' },
    ratio: { type: 'float' },
    open: { type: 'boolean' },
    detail: { type: 'any' },
  },
} as const;
const ranked = {
  name: 'ranked',
  attributes: { text: { type: 'string' }, rank: { type: 'string' } },
  indexes: [{ name: 'by-text', partition: ['text'], range: ['rank'] }],
} as const;
const site = () => platform({ entities: [everyType, ranked] });

describe('a row of an entity', () => {
  it('comes back as it was stored, with any of its attributes', async () => {
    const rows = site().kvs.entity('every-type');
    const whole = { text: 'a', count: -1, ratio: 0.5, open: false, detail: { deep: [null, ''] } };
    await rows.set('whole', whole);
    await rows.set('part', { count: 1 });
    expect(await rows.get('whole')).toEqual(whole);
    expect(await rows.get('part')).toEqual({ count: 1 });
  });

  it('is deleted by its key, and only in its entity', async () => {
    const { kvs } = site();
    await kvs.set('key', 1);
    await kvs.entity('every-type').set('key', { count: 1 });
    await kvs.entity('ranked').set('key', { text: 'a' });
    await kvs.entity('ranked').delete('key');
    await kvs.entity('ranked').delete('key');
    expect(await kvs.entity('ranked').get('key')).toBeUndefined();
    expect(await kvs.entity('every-type').get('key')).toEqual({ count: 1 });
    expect(await kvs.get('key')).toBe(1);
  });

  it('follows key policies', async () => {
    const rows = site().kvs.entity('every-type');
    await rows.set('key', { count: 1 }, { keyPolicy: 'FAIL_IF_EXISTS' });
    const again = rows.set('key', { count: 2 }, { keyPolicy: 'FAIL_IF_EXISTS' });
    await expect(again).rejects.toMatchObject(refused('KEY_CONFLICT', 409));
    const previous = await rows.set('key', { count: 3 }, { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' });
    expect(previous).toEqual({ key: 'key', value: { count: 1 } });
  });

  it('has a key that is not empty', async () => {
    await expect(site().kvs.entity('ranked').get('')).rejects.toMatchObject(refused('EMPTY_KEY'));
  });
});

describe('an attribute', () => {
  it.each([
    [{ text: 'a' }],
    [{ count: 2_147_483_647 }],
    [{ count: -2_147_483_648 }],
    [{ ratio: 1_767_603_600_000 }],
    [{ ratio: 0 }],
    [{ ratio: -1e-130 }],
    [{ open: true }],
    [{ detail: '' }],
    [{}],
  ])('is accepted as %j', async (value) => {
    await site().kvs.entity('every-type').set('key', value);
  });

  it.each([
    [{ text: 1 }, 'INCORRECT_PROPERTY_TYPE'],
    [{ text: null }, 'INCORRECT_PROPERTY_TYPE'],
    [{ text: '' }, 'INVALID_ENTITY_VALUE'],
    [{ text: ' ' }, 'INVALID_ENTITY_VALUE'],
    [{ detail: null }, 'INCORRECT_PROPERTY_TYPE'],
    [{ count: 2_147_483_648 }, 'INCORRECT_PROPERTY_TYPE'],
    [{ count: 1.5 }, 'INCORRECT_PROPERTY_TYPE'],
    [{ count: '5' }, 'INCORRECT_PROPERTY_TYPE'],
    [{ ratio: '0.5' }, 'INCORRECT_PROPERTY_TYPE'],
    [{ ratio: 1e126 }, 'INCORRECT_PROPERTY_TYPE'],
    [{ ratio: 1e-131 }, 'INCORRECT_PROPERTY_TYPE'],
    [{ open: 'true' }, 'INCORRECT_PROPERTY_TYPE'],
    [{ open: 1 }, 'INCORRECT_PROPERTY_TYPE'],
    [{ other: 1 }, 'INVALID_ENTITY_ATTRIBUTE'],
    [[], 'INVALID_ENTITY_VALUE'],
    ['text', 'INVALID_ENTITY_VALUE'],
  ])('is refused as %j: %s', async (value, code) => {
    const { kvs } = site();
    await expect(kvs.entity('every-type').set('key', value)).rejects.toMatchObject(refused(code));
    expect(await kvs.entity('every-type').get('key')).toBeUndefined();
  });

  it('of the wrong type is named', async () => {
    await expect(site().kvs.entity('every-type').set('key', { count: '5' })).rejects.toMatchObject({
      message: 'Data type for property "count" is defined as "integer"',
      context: { property: 'count' },
    });
  });

  it('that an index uses is not too long for it', async () => {
    const rows = site().kvs.entity('ranked');
    await rows.set('key', { text: 'x'.repeat(1600), rank: 'x'.repeat(900) });
    await expect(rows.set('key', { text: 'x', rank: 'x'.repeat(901) })).rejects.toMatchObject(refused('MAX_SIZE'));
    await expect(rows.set('key', { text: 'x'.repeat(1701), rank: 'x' })).rejects.toMatchObject(refused('MAX_SIZE'));
    await rows.set('key', { rank: 'x'.repeat(901) });
  });
});

describe('an entity that is not declared', () => {
  it.each([
    ['undeclared', 'SCHEMA_NOT_FOUND', 404],
    ['ab', 'ENTITY_TYPE_TOO_SHORT', 400],
    ['x'.repeat(61), 'ENTITY_TYPE_TOO_LARGE', 400],
    ['Every-Type', 'INVALID_ENTITY_TYPE', 400],
  ])('is refused: %s', async (name, code, status) => {
    const { kvs } = site();
    await expect(kvs.entity(name).set('key', {})).rejects.toMatchObject(refused(code, status));
    await expect(kvs.entity(name).get('key')).rejects.toMatchObject(refused(code, status));
    await expect(kvs.entity(name).delete('key')).rejects.toMatchObject(refused(code, status));
    await expect(kvs.entity(name).query().index('by-key').getMany()).rejects.toMatchObject(refused(code, status));
  });

  it('is refused when it has no name', () => {
    expect(site().ask('entity/get', { key: 'key' })).toMatchObject({ body: { code: 'INVALID_ENTITY_TYPE' } });
  });
});

describe('a declaration', () => {
  const attributes = { text: { type: 'string' }, detail: { type: 'any' } } as const;

  it.each([
    ['an index of an undeclared attribute', { name: 'bad', attributes, indexes: ['other'] }],
    ['an index of an attribute of any type', { name: 'bad', attributes, indexes: ['detail'] }],
    [
      'an index of two range attributes',
      { name: 'bad', attributes, indexes: [{ name: 'two', range: ['text', 'text'] }] },
    ],
    ['eight indexes', { name: 'bad', attributes, indexes: Array(8).fill('text') }],
    [
      '51 attributes',
      { name: 'bad', attributes: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [n, { type: 'any' }])) },
    ],
  ] as const)('is refused with %s', (_, entity) => {
    expect(() => platform({ entities: [entity as never] })).toThrow('bad');
  });

  it('is refused with 21 entities', () => {
    const entities = Array.from({ length: 21 }, (_, n) => ({ name: `entity-${n}`, attributes }));
    expect(() => platform({ entities })).toThrow('20 entities');
  });
});
