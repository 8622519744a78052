import { resolve } from 'node:path';
import { readManifest } from '../../../devsite/manifest';
import { manifestEntities } from '../../../scripts/manifest-entities';

const { storage } = readManifest(resolve('manifest.yml')).app;

test('the manifest declares the entities that the code defines', () => {
  expect(storage?.entities).toEqual(JSON.parse(JSON.stringify(manifestEntities())));
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
