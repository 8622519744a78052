import { resolve } from 'node:path';
import { readManifest } from '../../../devsite/manifest';
import { manifestEntities } from '../../../scripts/manifest-entities';

const { storage } = readManifest(resolve('manifest.yml')).app;

/** https://developer.atlassian.com/platform/forge/limits-kvs-ce/, 2026-08-21. */
const limits = { entities: 20, indexes: 7, attributes: 50 };

test('the manifest declares the entities that the code defines', () => {
  expect(storage?.entities).toEqual(JSON.parse(JSON.stringify(manifestEntities())));
});

test('the entities stay within what an app may declare', () => {
  const declared = storage?.entities ?? [];
  expect(declared.length).toBeLessThanOrEqual(limits.entities);
  for (const { attributes, indexes = [] } of declared) {
    expect(Object.keys(attributes).length).toBeLessThanOrEqual(limits.attributes);
    expect(indexes.length).toBeLessThanOrEqual(limits.indexes);
  }
});

test('an index names attributes that its entity declares and that can be indexed', () => {
  const unknown = (storage?.entities ?? []).flatMap(({ name, attributes, indexes = [] }) =>
    indexes
      .flatMap((index) => (typeof index === 'string' ? [index] : [...index.range, ...(index.partition ?? [])]))
      .filter((attribute) => (attributes[attribute]?.type ?? 'any') === 'any')
      .map((attribute) => `${name}.${attribute}`),
  );
  expect(unknown).toEqual([]);
});
