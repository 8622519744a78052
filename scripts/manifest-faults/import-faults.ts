import ts from 'typescript';
import type { AppReading } from './app-reading';
import type { Fault } from './fault';

const removed: Readonly<Record<string, string>> = {
  '@forge/ui': 'UI Kit 1 was removed: https://developer.atlassian.com/platform/forge/ui-kit/upgrade-to-ui-kit-latest/',
  '@forge/storage': 'is the inside of @forge/api of old; storage is @forge/kvs',
};

/** Packages that a file imports, whichever way; what stands in a comment is no import. */
const importedBy = (text: string): readonly string[] =>
  ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);

/** Names that a file takes from a package: only some of what `@forge/api` offers needs a scope. */
const takenFrom = (text: string, name: string): readonly string[] =>
  ts
    .createSourceFile('', text, ts.ScriptTarget.ESNext)
    .statements.filter(ts.isImportDeclaration)
    .filter(({ moduleSpecifier }) => ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === name)
    .flatMap(({ importClause }) => {
      const names = importClause?.namedBindings;
      return names && ts.isNamedImports(names) ? [...names.elements] : [];
    })
    .map(({ name, propertyName }) => (propertyName ?? name).text);

/** Packages that Atlassian has removed, and scopes that the packages and modules in use need. */
export function importFaults({ manifest, sources }: AppReading): readonly Fault[] {
  const scopes = manifest.permissions?.scopes ?? [];
  const files = [...sources].map(([file, text]) => ({ place: `src/${file}`, text, imports: importedBy(text) }));
  const stores = files.find(({ imports }) => imports.includes('@forge/kvs'));
  const reports = files.find(({ text }) => takenFrom(text, '@forge/api').includes('privacy'));
  const agent = (manifest.modules['rovo:agent'] ?? []).length > 0 ? { place: 'modules.rovo:agent' } : undefined;
  const needs = (scope: string, who: { readonly place: string } | undefined): readonly Fault[] =>
    who && !scopes.includes(scope) ? [{ place: who.place, reason: `needs the scope ${scope}` }] : [];
  return [
    ...files.flatMap(({ place, imports }) =>
      Object.entries(removed)
        .filter(([name]) => imports.includes(name))
        .map(([name, reason]) => ({ place, reason: `${name}: ${reason}` })),
    ),
    ...needs('storage:app', stores),
    ...needs('report:personal-data', reports),
    ...needs('read:chat:rovo', agent),
  ];
}
