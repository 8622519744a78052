import { quoted } from '../../../jira/jql/jql-text';
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

/** What an assignee can be beside an account: a status or a type may be called so, and is then a name as any other. */
const isAnyone = (name: keyof BasicQuery, value: string): boolean =>
  name === 'assignee' && (value === 'EMPTY' || value === 'currentUser()');

function clause(name: keyof BasicQuery, value: string): string {
  if (isAnyone(name, value)) return `${name} ${value === 'EMPTY' ? 'is' : '='} ${value}`;
  return `${name} ${name === 'text' ? '~' : '='} ${quoted(value)}`;
}

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
  for (const words of clausesOf(where)) {
    const read = readClause(words);
    if (!read || query[read.name] !== '') return undefined;
    query = { ...query, [read.name]: read.value };
  }
  return query;
}

/** The words of each clause; an AND within quotes parts nothing. */
function clausesOf(where: string): readonly (readonly string[])[] {
  const clauses: string[][] = [[]];
  for (const { text } of jqlTokens(where)) {
    if (/^and$/i.test(text)) clauses.push([]);
    else clauses.at(-1)?.push(text);
  }
  return clauses;
}

const nameIn = (field: string): keyof BasicQuery | undefined =>
  field === 'type' ? 'issuetype' : names.find((each) => each === field);

interface Read {
  readonly name: keyof BasicQuery;
  readonly value: string;
}

function readClause([field = '', operator = '', ...written]: readonly string[]): Read | undefined {
  const name = nameIn(field.toLowerCase());
  const anyone = name === 'assignee' ? anyoneIn(`${operator} ${written.join('')}`) : undefined;
  if (name && anyone) return { name, value: anyone };
  const [value = ''] = written;
  const isValue = written.length === 1 && !/^(empty|null)$/i.test(value);
  return name && isValue && operator === (name === 'text' ? '~' : '=') ? { name, value: plain(value) } : undefined;
}

function anyoneIn(condition: string): string | undefined {
  if (/^is empty$/i.test(condition)) return 'EMPTY';
  return /^= currentuser\(\)$/i.test(condition) ? 'currentUser()' : undefined;
}
