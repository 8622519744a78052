import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { jiraRoutes } from '../../../devsite/jira/routes';
import { readManifest } from '../../../devsite/manifest';

const declared = readManifest(resolve('manifest.yml')).permissions?.scopes ?? [];

/** All at once, the optional ones too: a scope that comes later asks every admin for consent again. */
const planned = [
  'storage:app',
  'read:jira-work',
  'write:jira-work',
  'read:jira-user',
  'manage:jira-configuration',
  'manage:jira-project',
  'read:page:confluence',
  'write:page:confluence',
  'read:space:confluence',
  'search:confluence',
  'write:confluence-content',
  'read:confluence-content.summary',
  'read:servicedesk-request',
  'write:servicedesk-request',
  'read:chat:rovo',
  'report:personal-data',
];

const sources = readdirSync(resolve('src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(resolve('src', file), 'utf8'));

/**
 * Every route that the app asks for, with its method: `GET /rest/api/3/issue/{}`. Each stands literally in its call, since
 * Atlassian's linter sees no other.
 */
const asked = sources.flatMap((source) =>
  [
    ...source.matchAll(/requestJira\(\s*route`([^`?]+)[^`]*`(?:,\s*(?:json\(|\{ method: |\{\s*\.\.\.json\()'(\w+)')?/g),
  ].map(([, path = '', method = 'GET']) => `${method} ${path.replace(/\$\{[^}]*\}/g, '{}')}`),
);

const known = new Map(
  jiraRoutes.map(({ method, path, scopes }) => [`${method} ${path.replace(/\{[^}]*\}/g, '{}')}`, scopes]),
);

test('the scopes declared are the ones planned for the whole product', () => {
  expect([...declared].sort()).toEqual([...planned].sort());
});

test('every route stands in the call that asks for it', () => {
  const routes = sources.flatMap((source) => [...source.matchAll(/\broute`/g)]);
  expect(asked).toHaveLength(routes.length);
});

test.each([...new Set(asked)])('%s needs scopes that are declared', (call) => {
  expect(known.has(call)).toBe(true);
  expect(known.get(call)?.filter((scope) => !declared.includes(scope))).toEqual([]);
});

test('storage is a scope, since the app stores', () => {
  const stores = sources.some((source) => source.includes('@forge/kvs'));
  expect(stores && declared.includes('storage:app')).toBe(true);
});
