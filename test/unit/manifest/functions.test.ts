import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { modulesOf, readManifest } from '../../../devsite/manifest';

const manifest = readManifest(resolve('manifest.yml'));
const functions = modulesOf(manifest, 'function');
const bundles = ['admin', 'events', 'ui', 'jobs', 'hourly'];

const exportsOf = (bundle: string): readonly string[] =>
  [...readFileSync(resolve(`src/${bundle}.ts`), 'utf8').matchAll(/export \{ (?:\w+ as )?(\w+) \}/g)].map(
    ([, name]) => `${bundle}.${name}`,
  );

test('every function of the manifest is an export of a bundle, and every export a function', () => {
  const handlers = functions.map(({ handler }) => String(handler));
  expect(handlers.sort()).toEqual(bundles.flatMap(exportsOf).sort());
});

test('every function is called by a module, and every function that a module calls is declared', () => {
  const { function: _declared, ...callers } = manifest.modules;
  const called = new Set(
    Object.values(callers)
      .flat()
      .flatMap(({ function: direct, resolver, dynamicProperties }) => [
        direct,
        resolver?.function,
        dynamicProperties?.function,
      ])
      .filter((key) => typeof key === 'string'),
  );
  expect([...called].sort()).toEqual(functions.map(({ key }) => key).sort());
});

test('no two modules of the manifest share a key', () => {
  const keys = Object.values(manifest.modules).flatMap((modules) => modules.map(({ key }) => key));
  expect(keys).toEqual([...new Set(keys)]);
});
