import { MetadataField, WhereConditions } from '@forge/kvs';
import { platform, refused, removePlatform, start } from './kvs-through-forge';

afterEach(removePlatform);

describe('a plain value', () => {
  it.each([['text'], [''], [0], [false], [[1, [2]]], [{ a: { b: null } }]])(
    'comes back as it was stored: %j',
    async (value) => {
      const { kvs } = platform();
      await kvs.set('key', value);
      expect(await kvs.get('key')).toEqual(value);
    },
  );

  it('that was never stored is undefined', async () => {
    expect(await platform().kvs.get('absent')).toBeUndefined();
  });

  it('that is deleted is gone, and deleting it again does no harm', async () => {
    const { kvs } = platform();
    await kvs.set('key', 1);
    await kvs.delete('key');
    await kvs.delete('key');
    expect(await kvs.get('key')).toBeUndefined();
  });

  it('answers its key with 404 when it is not there', () => {
    const { ask } = platform();
    expect(ask('get', { key: 'absent' })).toMatchObject({ status: 404, body: { code: 'KEY_NOT_FOUND' } });
    expect(ask('delete', { key: 'absent' })).toMatchObject({ status: 404, body: { code: 'KEY_NOT_FOUND' } });
  });

  it('tells when it was created, changed and will expire, if asked', async () => {
    const { kvs, pass } = platform();
    await kvs.set('key', 1);
    pass(5000);
    await kvs.set('key', 2, { ttl: { value: 1, unit: 'HOURS' } });
    const metadataFields = [MetadataField.CREATED_AT, MetadataField.UPDATED_AT, MetadataField.EXPIRE_TIME];
    expect(await kvs.get('key', { metadataFields })).toEqual({
      key: 'key',
      value: 2,
      createdAt: start,
      updatedAt: start + 5000,
      expireTime: '2026-01-05T10:00:05.000Z',
    });
    expect(await kvs.get('key', { metadataFields: [MetadataField.UPDATED_AT] })).toEqual({
      key: 'key',
      value: 2,
      updatedAt: start + 5000,
    });
  });

  it('may have a key of 500 characters with spaces and colons', async () => {
    const { kvs } = platform();
    const key = 'a:b. _-#9'.padEnd(500, 'x');
    await kvs.set(key, 1);
    expect(await kvs.get(key)).toBe(1);
  });

  it.each([
    ['an empty key', '', 'KEY_TOO_SHORT'],
    ['a key of 501 characters', 'x'.repeat(501), 'KEY_TOO_LONG'],
    ['a key with a slash', 'a/b', 'INVALID_KEY'],
    ['a key of spaces', '   ', 'INVALID_KEY'],
    ['a key with an umlaut', 'ä', 'INVALID_KEY'],
  ])('is refused under %s', async (_, key, code) => {
    const { kvs } = platform();
    await expect(kvs.set(key, 1)).rejects.toMatchObject(refused(code));
    await expect(kvs.get(key)).rejects.toMatchObject(refused(code));
    await expect(kvs.delete(key)).rejects.toMatchObject(refused(code));
  });

  it('has at most 240 KiB of JSON', async () => {
    const { kvs } = platform();
    await kvs.set('key', 'x'.repeat(240 * 1024 - 2));
    await expect(kvs.set('key', 'x'.repeat(240 * 1024 - 1))).rejects.toMatchObject(refused('MAX_SIZE'));
    await expect(kvs.set('key', 'ä'.repeat(120 * 1024))).rejects.toMatchObject(refused('MAX_SIZE'));
  });

  it('is at most 31 levels deep', async () => {
    const { kvs } = platform();
    const nested = (levels: number): unknown => (levels === 0 ? 1 : { in: nested(levels - 1) });
    await kvs.set('key', nested(31));
    await expect(kvs.set('key', nested(32))).rejects.toMatchObject(refused('MAX_DEPTH'));
  });

  it('cannot be null or absent', async () => {
    const { kvs } = platform();
    await expect(kvs.set('key', null)).rejects.toMatchObject(refused('INVALID_REQUEST'));
    await expect(kvs.set('key', undefined)).rejects.toMatchObject(refused('INVALID_REQUEST'));
  });
});

describe('setting with a policy', () => {
  it('fails when the key exists and is asked to', async () => {
    const { kvs } = platform();
    await kvs.set('lock', 1, { keyPolicy: 'FAIL_IF_EXISTS' });
    await expect(kvs.set('lock', 2, { keyPolicy: 'FAIL_IF_EXISTS' })).rejects.toMatchObject(
      refused('KEY_CONFLICT', 409),
    );
    expect(await kvs.get('lock')).toBe(1);
  });

  it('takes a key again whose value has expired', async () => {
    const { kvs, pass } = platform();
    const policy = { keyPolicy: 'FAIL_IF_EXISTS', ttl: { value: 10, unit: 'SECONDS' } } as const;
    await kvs.set('lock', 1, policy);
    pass(10_000);
    await kvs.set('lock', 2, policy);
    expect(await kvs.get('lock')).toBe(2);
  });

  it('answers the previous value, or nothing when there was none', async () => {
    const { kvs } = platform();
    const policy = { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' } as const;
    expect(await kvs.set('key', 1, policy)).toBeUndefined();
    expect(await kvs.set('key', 2, policy)).toEqual({ key: 'key', value: 1 });
  });

  it('answers the latest value with its metadata', async () => {
    const { kvs } = platform();
    const returnMetadataFields = [MetadataField.CREATED_AT];
    const latest = await kvs.set('key', 1, { keyPolicy: 'OVERRIDE', returnValue: 'LATEST', returnMetadataFields });
    expect(latest).toEqual({ key: 'key', value: 1, createdAt: start });
  });

  it('answers no value unless it overrides', () => {
    const options = { keyPolicy: 'FAIL_IF_EXISTS', returnValue: 'LATEST' };
    expect(platform().ask('set', { key: 'key', value: 1, options })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_KEY_POLICY_RETURN_VALUE_COMBINATION' },
    });
  });

  it('knows two policies', () => {
    const answer = platform().ask('set', { key: 'key', value: 1, options: { keyPolicy: 'MERGE' } });
    expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_KEY_POLICY' } });
  });
});

describe('a value with a time to live', () => {
  it.each([
    ['SECONDS', 1000],
    ['MINUTES', 60_000],
    ['HOURS', 3_600_000],
    ['DAYS', 86_400_000],
  ] as const)('is there until its %s have passed on the site', async (unit, milliseconds) => {
    const { kvs, pass } = platform();
    await kvs.set('key', 1, { ttl: { value: 2, unit } });
    pass(2 * milliseconds - 1);
    expect(await kvs.get('key')).toBe(1);
    pass(1);
    expect(await kvs.get('key')).toBeUndefined();
    expect((await kvs.query().getMany()).results).toEqual([]);
  });

  it('is created anew after it has expired', async () => {
    const { kvs, pass } = platform();
    await kvs.set('key', 1, { ttl: { value: 1, unit: 'SECONDS' } });
    pass(5000);
    await kvs.set('key', 2);
    const found = await kvs.get('key', { metadataFields: [MetadataField.CREATED_AT] });
    expect(found).toMatchObject({ value: 2, createdAt: start + 5000 });
  });

  it('is answered for longer on a site where deleting takes its time', async () => {
    const { kvs, pass } = platform({ linger: 60_000 });
    await kvs.set('key', 1, { ttl: { value: 1, unit: 'MINUTES' } });
    pass(119_999);
    const found = await kvs.get('key', { metadataFields: [MetadataField.EXPIRE_TIME] });
    expect(found).toEqual({ key: 'key', value: 1, expireTime: '2026-01-05T09:01:00.000Z' });
    expect((await kvs.query().getMany()).results).toHaveLength(1);
    pass(1);
    expect(await kvs.get('key')).toBeUndefined();
  });

  it('lives on without one when it is set without', async () => {
    const { kvs, pass } = platform();
    await kvs.set('key', 1, { ttl: { value: 1, unit: 'SECONDS' } });
    await kvs.set('key', 2);
    pass(5000);
    expect(await kvs.get('key')).toBe(2);
  });

  it.each([0, -1, 1.5])('is refused with %d', async (value) => {
    const set = platform().kvs.set('key', 1, { ttl: { value, unit: 'DAYS' } });
    await expect(set).rejects.toMatchObject({
      ...refused('INVALID_TTL'),
      message: `TTL value must be a positive integer, received: ${value}`,
    });
  });

  it('lives a year at most', async () => {
    const { kvs } = platform();
    await kvs.set('key', 1, { ttl: { value: 365, unit: 'DAYS' } });
    await expect(kvs.set('key', 1, { ttl: { value: 366, unit: 'DAYS' } })).rejects.toMatchObject(
      refused('INVALID_TTL'),
    );
  });
});

describe('a secret', () => {
  it('has keys of its own and is never found by a query', async () => {
    const { kvs } = platform();
    await kvs.setSecret('key', 'hidden');
    await kvs.set('key', 'open');
    expect(await kvs.getSecret('key')).toBe('hidden');
    expect((await kvs.query().getMany()).results).toEqual([{ key: 'key', value: 'open' }]);
    await kvs.deleteSecret('key');
    expect(await kvs.getSecret('key')).toBeUndefined();
    expect(await kvs.get('key')).toBe('open');
  });
});

describe('a query for plain keys', () => {
  const many = async (count: number) => {
    const site = platform();
    for (let n = 0; n < count; n += 1) await site.kvs.set(`k${String(n).padStart(3, '0')}`, n);
    return site;
  };

  it('answers ten of them in their order, and where to go on', async () => {
    const { kvs } = await many(12);
    const first = await kvs.query().getMany<number>();
    expect(first.results.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const second = await kvs.query().cursor(first.nextCursor!).getMany<number>();
    expect(second.results.map(({ key }) => key)).toEqual(['k010', 'k011']);
    expect(second.nextCursor).toBeUndefined();
  });

  it('has no cursor when the page ends where the keys end', async () => {
    const { kvs } = await many(10);
    expect((await kvs.query().getMany()).nextCursor).toBeUndefined();
  });

  it('answers up to a hundred', async () => {
    const { kvs } = await many(101);
    expect((await kvs.query().limit(100).getMany()).results).toHaveLength(100);
  });

  it('finds keys by how they begin', async () => {
    const { kvs } = platform();
    for (const key of ['a', 'a:1', 'a:2', 'a.', 'b']) await kvs.set(key, key);
    const found = await kvs.query().where('key', WhereConditions.beginsWith('a:')).getMany();
    expect(found.results.map(({ key }) => key)).toEqual(['a:1', 'a:2']);
    expect(await kvs.query().where('key', WhereConditions.beginsWith('b')).getOne()).toEqual({ key: 'b', value: 'b' });
    expect(await kvs.query().where('key', WhereConditions.beginsWith('c')).getOne()).toBeUndefined();
  });

  it('tells metadata if asked', async () => {
    const { kvs } = platform();
    await kvs.set('key', 1, { ttl: { value: 1, unit: 'DAYS' } });
    const { results } = await kvs.query({ metadataFields: [MetadataField.EXPIRE_TIME] }).getMany();
    expect(results).toEqual([{ key: 'key', value: 1, expireTime: '2026-01-06T09:00:00.000Z' }]);
  });

  it.each([0, 101, 1.5])('is refused with a limit of %d', async (limit) => {
    const { kvs } = platform();
    await expect(kvs.query().limit(limit).getMany()).rejects.toMatchObject(refused('LIST_QUERY_LIMIT_EXCEEDED'));
  });

  it.each([
    [[{ property: 'value', condition: 'BEGINS_WITH', values: ['a'] }], 'QUERY_WHERE_FIELD_INVALID'],
    [[{ property: 'key', condition: 'EQUAL_TO', values: ['a'] }], 'QUERY_WHERE_INVALID'],
    [Array(2).fill({ property: 'key', condition: 'BEGINS_WITH', values: ['a'] }), 'QUERY_WHERE_INVALID'],
  ])('is refused where %j', (where, code) => {
    expect(platform().ask('query', { where })).toMatchObject({ status: 400, body: { code } });
  });

  it.each(['%%%', Buffer.from('[99,"a","a"]').toString('base64url')])(
    'is refused with the cursor %s',
    async (cursor) => {
      await expect(platform().kvs.query().cursor(cursor).getMany()).rejects.toMatchObject(refused('INVALID_CURSOR'));
    },
  );
});

describe('a call the store does not have', () => {
  it('is named with 501', () => {
    expect(platform().ask('rename', {})).toMatchObject({ status: 501, body: { code: 'NOT_SIMULATED' } });
  });

  it.each([undefined, '', '{', '[]', '"text"', 'null'])('or cannot be read is refused: %s', (body) => {
    expect(platform().store.handle('/api/v1/get', body)).toMatchObject({ status: 400 });
  });
});
