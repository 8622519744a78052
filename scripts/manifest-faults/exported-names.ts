import { posix } from 'node:path';
import ts from 'typescript';
import { declared, type Entry, type Exported, kindOf } from './declared-names';

type Names = ReadonlyMap<string, Exported>;
type Sources = ReadonlyMap<string, string>;

/** https://developer.atlassian.com/platform/forge/manifest-reference/modules/function/ (2026-08), as @forge/manifest has them. */
const extensions = ['tsx', 'jsx', 'ts', 'js', 'cjs'];

/** Stands for every name: the file passes on what it is not seen to have. */
export const anyName = '*';

/** The file of `src/` that a handler's module is. */
export const fileOf = (sources: Sources, module: string): string | undefined =>
  extensions.map((extension) => `${module}.${extension}`).find((file) => sources.has(file));

/** Every name that a file exports when it runs, with what it stands for. */
export function exportedNames(sources: Sources, file: string, asked: readonly string[] = []): Names {
  if (asked.includes(file)) return new Map();
  const { statements: all } = ts.createSourceFile(file, sources.get(file) ?? '', ts.ScriptTarget.ESNext);
  const statements = all.filter((statement) => !isMarked(statement, ts.SyntaxKind.DeclareKeyword));
  const locals = named(statements.flatMap(declared));
  const from = (specifier: ts.Expression): Names => {
    const found = imported(sources, file, (specifier as ts.StringLiteral).text);
    return found === undefined ? new Map([[anyName, 'function?']]) : exportedNames(sources, found, [...asked, file]);
  };
  return named(statements.flatMap((statement) => [...exportedBy(statement, locals, from)]));
}

/** A type and a function may share a name; what runs is the function. */
const named = (entries: readonly Entry[]): Names =>
  new Map(entries.toSorted(([, one], [, other]) => Number(other === 'type') - Number(one === 'type')));

function imported(sources: Sources, file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const module = posix.join(posix.dirname(file), specifier);
  const written = module.replace(/\.[cm]?js$/, '');
  return sources.has(module) ? module : (fileOf(sources, written) ?? fileOf(sources, posix.join(module, 'index')));
}

function* exportedBy(statement: ts.Statement, locals: Names, from: (module: ts.Expression) => Names): Iterable<Entry> {
  if (ts.isExportDeclaration(statement)) yield* passedOn(statement, locals, from);
  else if (ts.isExportAssignment(statement))
    yield statement.isExportEquals ? [anyName, 'function?'] : ['default', kindOf(statement.expression)];
  else if (ts.isExpressionStatement(statement)) yield* assigned(statement.expression);
  else if (isMarked(statement, ts.SyntaxKind.DefaultKeyword)) yield ['default', 'function?'];
  else if (isMarked(statement, ts.SyntaxKind.ExportKeyword)) yield* declared(statement);
}

const isMarked = (statement: ts.Statement, kind: ts.SyntaxKind): boolean =>
  ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some((modifier) => modifier.kind === kind);

function passedOn(
  { isTypeOnly, exportClause, moduleSpecifier }: ts.ExportDeclaration,
  locals: Names,
  from: (module: ts.Expression) => Names,
): readonly Entry[] {
  if (isTypeOnly) return [];
  const names = moduleSpecifier ? from(moduleSpecifier) : locals;
  if (!exportClause) return [...names].filter(([name]) => name !== 'default');
  if (ts.isNamespaceExport(exportClause)) return [[exportClause.name.text, 'value']];
  return exportClause.elements
    .filter((element) => !element.isTypeOnly)
    .flatMap(({ name, propertyName }) => {
      const what = names.get((propertyName ?? name).text) ?? names.get(anyName);
      return what ? [[name.text, what] as const] : [];
    });
}

/** `exports.run = …`, `module.exports.run = …` and `module.exports = { run }`. */
function assigned(expression: ts.Expression): readonly Entry[] {
  if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return [];
  const { left, right } = expression;
  if (isExports(left))
    return ts.isObjectLiteralExpression(right) ? right.properties.flatMap(entry) : [[anyName, 'function?']];
  return ts.isPropertyAccessExpression(left) && isExports(left.expression) ? [[left.name.text, kindOf(right)]] : [];
}

const isExports = (node: ts.Expression): boolean =>
  ts.isPropertyAccessExpression(node)
    ? node.name.text === 'exports' && ts.isIdentifier(node.expression) && node.expression.text === 'module'
    : ts.isIdentifier(node) && node.text === 'exports';

function entry(property: ts.ObjectLiteralElementLike): readonly Entry[] {
  if (ts.isSpreadAssignment(property)) return [[anyName, 'function?']];
  const name = ts.isComputedPropertyName(property.name) ? anyName : property.name.text;
  return [[name, ts.isPropertyAssignment(property) ? kindOf(property.initializer) : 'function?']];
}
