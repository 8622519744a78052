/** Keys that an account id stands under. */
const keys = new Set(['actor', 'by', 'accountId', 'reporter', 'assignee']);

/** Fields of Jira whose values are account ids. */
const personFields = new Set(['reporter', 'assignee', 'creator']);
const fieldValues = new Set(['from', 'to', 'values']);

/** What stands where an account id may and is none; https://developer.atlassian.com/platform/forge/user-privacy-guidelines/ (2026-08) has the last. */
const words = new Set(['', 'app', 'policy', 'anyone', 'reporter', 'not-reporter', 'assignee', 'lead', 'unknown']);

/** What an account can be called: Atlassian refuses a whole report for one that cannot; https://developer.atlassian.com/platform/forge/user-privacy-guidelines/ (2026-08) */
const possible = /^[A-Za-z0-9:-]{1,128}$/;

/** Account ids as Atlassian forms them, wherever a text has one: in JQL, in a field that an admin made. */
const formed = /(?<![\w:-])(?:\d{5,10}:[0-9a-zA-Z-]{8,64}|[0-9a-f]{24}|qm:[0-9a-f-]{36}:[0-9a-f-]{36})(?![\w:-])/g;
const shortest = '12345:12345678'.length;

/** What stands for a person whose account id was erased begins so. */
export const erasedPrefix = 'person:';

/** The account ids of people in a value, in the order in which they stand there. */
export function accountIdsIn(value: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  collect(value, false, found);
  return found;
}

function collect(value: unknown, isPerson: boolean, found: Set<string>): void {
  if (typeof value === 'string') collectText(value, isPerson, found);
  else if (Array.isArray(value)) for (const part of value) collect(part, isPerson, found);
  else if (typeof value === 'object' && value !== null) collectObject(value as Fields, found);
}

type Fields = Readonly<Record<string, unknown>>;

function collectText(text: string, isPerson: boolean, found: Set<string>): void {
  if (text.startsWith(erasedPrefix)) return;
  if (isPerson && !words.has(text) && possible.test(text)) found.add(text);
  else if (text.length >= shortest) for (const id of text.match(formed) ?? []) found.add(id);
}

/** Whoever is said to be an app is nobody. */
function collectObject(fields: Fields, found: Set<string>): void {
  const isOfPeople = personFields.has(String(fields.field));
  for (const key of Object.keys(fields)) {
    if (key === 'by' && fields.byApp === true) continue;
    collect(fields[key], keys.has(key) || (isOfPeople && fieldValues.has(key)), found);
  }
}

/** The value with other texts in place of account ids, alone or within a text; keys of objects stay. */
export function withIdsReplaced<Value>(value: Value, by: ReadonlyMap<string, string>): Value {
  if (by.size === 0) return value;
  return replaced(
    value,
    [...by].map(([id, text]) => [id, text, within(id)] as const),
  ) as Value;
}

type Replacement = readonly [id: string, text: string, within: RegExp];

function replaced(value: unknown, by: readonly Replacement[]): unknown {
  if (typeof value === 'string') return by.reduce((text, [id, to, within]) => textWith(text, id, to, within), value);
  if (Array.isArray(value)) return value.map((part) => replaced(part, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replaced(part, by)]));
}

const textWith = (text: string, id: string, to: string, within: RegExp): string =>
  text.includes(id) ? text.replaceAll(within, to) : text;

const within = (id: string): RegExp => new RegExp(`(?<![\\w:-])${id.replace(/[^\w]/g, '\\$&')}(?![\\w:-])`, 'g');
