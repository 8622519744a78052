import ts from 'typescript';

/** What is known of something that a file exports: a value is never a function, and most may be one. */
export type Exported = 'function?' | 'value' | 'type';

export type Entry = readonly [name: string, what: Exported];

const kinds: { readonly [Kind in ts.SyntaxKind]?: Exported } = {
  [ts.SyntaxKind.FunctionDeclaration]: 'function?',
  [ts.SyntaxKind.ClassDeclaration]: 'value',
  [ts.SyntaxKind.EnumDeclaration]: 'value',
  [ts.SyntaxKind.InterfaceDeclaration]: 'type',
  [ts.SyntaxKind.TypeAliasDeclaration]: 'type',
};

/** Names that a statement brings into its file. */
export function declared(statement: ts.Statement): readonly Entry[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(variables);
  if (ts.isImportDeclaration(statement)) return broughtIn(statement.importClause);
  const what = kinds[statement.kind];
  const { name } = statement as ts.DeclarationStatement;
  return what && name && ts.isIdentifier(name) ? [[name.text, what]] : [];
}

const variables = ({ name, initializer }: ts.VariableDeclaration): readonly Entry[] =>
  ts.isIdentifier(name)
    ? [[name.text, initializer ? kindOf(initializer) : 'function?']]
    : bound(name).map((each) => [each, 'function?']);

const bound = (pattern: ts.BindingPattern): readonly string[] =>
  [...pattern.elements].flatMap((element) => {
    if (ts.isOmittedExpression(element)) return [];
    return ts.isIdentifier(element.name) ? [element.name.text] : bound(element.name);
  });

function broughtIn(clause: ts.ImportClause | undefined): readonly Entry[] {
  if (!clause) return [];
  const { name, namedBindings } = clause;
  const isType = (own: boolean): Exported => (own || clause.isTypeOnly ? 'type' : 'function?');
  const listed = namedBindings && ts.isNamedImports(namedBindings) ? [...namedBindings.elements] : [];
  return [
    ...(name ? [[name.text, isType(false)] as const] : []),
    ...(namedBindings && ts.isNamespaceImport(namedBindings) ? [[namedBindings.name.text, 'value'] as const] : []),
    ...listed.map((element) => [element.name.text, isType(element.isTypeOnly)] as const),
  ];
}

const values: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TemplateExpression,
  ts.SyntaxKind.NumericLiteral,
  ts.SyntaxKind.BigIntLiteral,
  ts.SyntaxKind.RegularExpressionLiteral,
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.ArrayLiteralExpression,
  ts.SyntaxKind.ObjectLiteralExpression,
  ts.SyntaxKind.ClassExpression,
]);

/** What an expression gives, as far as it is seen without running it. */
export function kindOf(expression: ts.Expression): Exported {
  if (ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression) || ts.isParenthesizedExpression(expression))
    return kindOf(expression.expression);
  return values.has(expression.kind) || isMade(expression) ? 'value' : 'function?';
}

/** What `new` makes is called by nobody, but for the two that make functions. */
const isMade = (expression: ts.Expression): boolean =>
  ts.isNewExpression(expression) &&
  ts.isIdentifier(expression.expression) &&
  !['Function', 'Proxy'].includes(expression.expression.text);
