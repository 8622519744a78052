import { jqlTokens, parted, plain } from './jql-tokens';

/** What the basic filters say; empty where they say nothing. */
export interface BasicQuery {
  readonly project: string;
  readonly issuetype: string;
  readonly status: string;
  readonly assignee: string;
  readonly text: string;
}

export const emptyQuery: BasicQuery = { project: '', issuetype: '', status: '', assignee: '', text: '' };

const names = Object.keys(emptyQuery) as readonly (keyof BasicQuery)[];

const written = (value: string): string => (/^[\w-]+$|^\w+\(\)$/.test(value) ? value : JSON.stringify(value));

const clause = (name: keyof BasicQuery, value: string): string =>
  value === 'EMPTY' ? `${name} is EMPTY` : `${name} ${name === 'text' ? '~' : '='} ${written(value)}`;

/** The query that says what the filters say. */
export function jqlOf(query: BasicQuery, order: string): string {
  const clauses = names.flatMap((name) => (query[name] === '' ? [] : [clause(name, query[name])]));
  return `${clauses.join(' AND ')} ${order}`.trim();
}

/** What a query says to the basic filters; undefined for one that they cannot say. */
export function basicOf(jql: string): BasicQuery | undefined {
  const { where } = parted(jql);
  if (where === '') return emptyQuery;
  let query = emptyQuery;
  for (const part of where.split(/\s+AND\s+/i)) {
    const read = readClause(part);
    if (!read || query[read.name] !== '') return undefined;
    query = { ...query, [read.name]: read.value };
  }
  return query;
}

const aliases: Readonly<Record<string, keyof BasicQuery>> = { type: 'issuetype' };

const nameIn = (field: string): keyof BasicQuery | undefined => aliases[field] ?? names.find((each) => each === field);

function readClause(part: string): { readonly name: keyof BasicQuery; readonly value: string } | undefined {
  const [field = '', operator = '', value = '', ...rest] = jqlTokens(part).map(({ text }) => text);
  const name = nameIn(field.toLowerCase());
  const isCall = rest.join('') === '()';
  if (!name || value === '' || (rest.length > 0 && !isCall)) return undefined;
  if (/^is empty$/i.test(`${operator} ${value}`)) return { name, value: 'EMPTY' };
  if (operator !== (name === 'text' ? '~' : '=')) return undefined;
  return { name, value: isCall ? `${value}()` : plain(value) };
}
