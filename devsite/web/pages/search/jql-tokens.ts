import { meaningOf } from '../../../jira/jql/jql-text';

/** A word, text, sign or bracket of a query, and where it stands. */
export interface JqlToken {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const shape = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|!=|!~|>=|<=|[=~<>(),]|[^\s=!<>~(),"']+/g;

/** The tokens of a query, the unfinished last one among them. */
export const jqlTokens = (jql: string): readonly JqlToken[] =>
  [...jql.matchAll(shape)].map(({ 0: text, index }) => ({ text, from: index, to: index + text.length }));

/** A query without what says its order, and that part by itself. */
export function parted(jql: string): { readonly where: string; readonly order: string } {
  const tokens = jqlTokens(jql);
  const at = tokens.findIndex(
    ({ text }, place) => /^order$/i.test(text) && /^by$/i.test(tokens[place + 1]?.text ?? ''),
  );
  const start = tokens[at]?.from ?? jql.length;
  return { where: jql.slice(0, start).trim(), order: jql.slice(start).trim() };
}

/** The query in another order. */
export function ordered(jql: string, field: string, direction: 'ASC' | 'DESC'): string {
  return `${parted(jql).where} ORDER BY ${field} ${direction}`.trim();
}

/** The first field that a query is ordered by. */
export function orderOf(jql: string): { readonly field: string; readonly isDescending: boolean } | undefined {
  const [, , field, direction] = jqlTokens(parted(jql).order);
  return field && { field: plain(field.text), isDescending: /^desc$/i.test(direction?.text ?? '') };
}

/** A name or value without its quotes, the second of which may be still to come. */
export const plain = (text: string): string => meaningOf(/^(["']).*\1$/s.test(text) ? text : text.replace(/^["']/, ''));
