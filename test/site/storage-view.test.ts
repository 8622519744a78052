import { openDatabase } from '../../devsite/database';
import { openKvs } from '../../devsite/kvs/kvs';
import { openStorageView } from '../../devsite/platform/storage-view';

const at = Date.parse('2026-10-20T07:30:00Z');

function aStorage() {
  const database = openDatabase();
  const kvs = openKvs({ database, clock: { now: () => at }, entities: [], charge: () => undefined });
  const set = (path: string, key: string, value: unknown) =>
    kvs.handle(`/api/v1/${path}`, JSON.stringify({ key, value }));
  return { view: openStorageView(database), set };
}

test('values are listed in order of their keys, a page at a time', () => {
  const { view, set } = aStorage();
  for (let number = 0; number < 60; number += 1) set('set', `a${String(number).padStart(2, '0')}`, { number });
  set('set', 'b', 'other');
  const first = view.page({ space: 'plain', prefix: 'a', after: '' });
  expect(first.values).toHaveLength(50);
  expect(first.values[0]).toMatchObject({ key: 'a00', value: '{"number":0}', updatedAt: at });
  const second = view.page({ space: 'plain', prefix: 'a', after: first.next! });
  expect(second.values.map(({ key }) => key).slice(-1)).toEqual(['a59']);
  expect(second.next).toBeUndefined();
  expect(view.spaces()).toMatchObject([{ name: 'plain', keys: 61 }]);
});

test('a secret is named and never shown', () => {
  const { view, set } = aStorage();
  set('secret/set', 'token', 'hidden');
  expect(view.page({ space: 'secret', prefix: '', after: '' }).values).toEqual([
    { key: 'token', bytes: 8, updatedAt: at, expiresAt: null },
  ]);
});
