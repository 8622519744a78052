import type { AppReading, Fault } from './app-reading';

const removed: Readonly<Record<string, string>> = {
  '@forge/ui': 'UI Kit 1 was removed: https://developer.atlassian.com/platform/forge/ui-kit/upgrade-to-ui-kit-latest/',
  '@forge/storage': 'is the inside of @forge/api of old; storage is @forge/kvs',
};

const imports = (text: string, name: string): boolean =>
  new RegExp(`(?:from|import\\(|require\\()\\s*['"]${name}['"]`).test(text);

/** Packages that Atlassian has removed, and scopes that the packages and modules in use need. */
export function importFaults({ manifest, sources }: AppReading): readonly Fault[] {
  const scopes = manifest.permissions?.scopes ?? [];
  const stores = [...sources].find(([, text]) => imports(text, '@forge/kvs'));
  const needs = (isNeeded: boolean, scope: string, place: string): readonly Fault[] =>
    isNeeded && !scopes.includes(scope) ? [{ place, reason: `needs the scope ${scope}` }] : [];
  return [
    ...Object.entries(removed).flatMap(([name, reason]) =>
      [...sources]
        .filter(([, text]) => imports(text, name))
        .map(([file]) => ({ place: `src/${file}`, reason: `${name}: ${reason}` })),
    ),
    ...needs(stores !== undefined, 'storage:app', `src/${stores?.[0]}`),
    ...needs((manifest.modules['rovo:agent'] ?? []).length > 0, 'read:chat:rovo', 'modules.rovo:agent'),
  ];
}
