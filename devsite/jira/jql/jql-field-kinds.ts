import { instantIn } from './jql-dates';
import {
  type Asking,
  BY_EQUALITY,
  BY_ORDER,
  BY_WORDS,
  BY_WORDS_ALONE,
  type JqlField,
  type Kind,
  literal,
  type SqlValue,
} from './jql-field';
import { wallClockAt } from './jql-zone';

export interface Choice {
  readonly id: SqlValue;
  readonly names: readonly string[];
}

export const chosen = (text: string, choices: readonly Choice[]): readonly SqlValue[] | undefined => {
  const wanted = text.toLowerCase();
  const found = choices.filter(
    ({ id, names }) => String(id) === text || names.some((name) => name.toLowerCase() === wanted),
  );
  return found.length > 0 ? found.map(({ id }) => id) : undefined;
};

/** Orders ids as their things stand in a list. */
export const orderOf = (column: string, ids: readonly SqlValue[]): string =>
  ids.length === 0
    ? '0'
    : `CASE ${column} ${ids.map((id, place) => `WHEN ${typeof id === 'number' ? id : literal(id)} THEN ${place + 1}`).join(' ')} ELSE 0 END`;

export function choiceField(
  name: string,
  kind: Kind,
  sql: string,
  choices: (asking: Asking) => readonly Choice[],
): JqlField {
  return {
    name,
    kind,
    operators: BY_EQUALITY,
    holds: 'one',
    sql: () => sql,
    values: (text, asking) => chosen(text, choices(asking)),
    order: (asking) =>
      orderOf(
        sql,
        choices(asking).map(({ id }) => id),
      ),
    offers: (asking) => offered(choices(asking)),
  };
}

/** Each choice once, by its last name, which is what people read. */
const offered = (choices: readonly Choice[]) =>
  [...new Set(choices.map(({ id, names }) => names.at(-1) ?? String(id)))].map((name) => ({
    value: name,
    displayName: name,
  }));

export function personField(name: string, sql: string): JqlField {
  return {
    name,
    kind: 'user',
    operators: BY_EQUALITY,
    holds: 'one',
    sql: () => sql,
    values: personNamed,
    offers: people,
    order: () => `COALESCE((SELECT lower(u.display_name) FROM jira_user u WHERE u.account_id = ${sql}), '')`,
  };
}

export const people: NonNullable<JqlField['offers']> = ({ setup }) =>
  [...setup.users.values()]
    .filter(({ active, accountType }) => active && accountType === 'atlassian')
    .map(({ accountId, displayName }) => ({ value: accountId, displayName }));

export const personNamed: JqlField['values'] = (text, { setup }) => {
  if (setup.users.has(text)) return [text];
  const users = [...setup.users.values()].map(({ accountId, displayName, email }) => ({
    id: accountId,
    names: [displayName, email ?? displayName],
  }));
  return chosen(text, users);
};

export const dateField = (name: string, sql: string): JqlField => ({
  name,
  kind: 'date',
  operators: BY_ORDER,
  holds: 'one',
  sql: () => sql,
  values: instantNamed,
  order: () => `COALESCE(${sql}, 0)`,
});

export const instantNamed: JqlField['values'] = (text, { moment }) => {
  const at = instantIn(text, moment);
  return at === undefined ? undefined : [at];
};

/** The words of an Atlassian document. */
export const wordsOf = (json: string): string =>
  `(SELECT group_concat(atom, ' ') FROM json_tree(${json}) WHERE key = 'text')`;

export const wordField = (name: string, sql: string): JqlField => ({
  name,
  kind: 'text',
  operators: BY_WORDS,
  holds: 'one',
  sql: () => sql,
  values: (text) => [text],
  order: () => `COALESCE(lower(${sql}), '')`,
});

/** Words of several writers: never empty, and in no order. */
export function wordsField(name: string, sql: JqlField['sql']): JqlField {
  const { order: _, ...field } = wordField(name, '');
  return { ...field, operators: BY_WORDS_ALONE, sql };
}

export const dayField = (name: string, sql: string): JqlField => ({
  ...dateField(name, sql),
  values: (text, asking) => {
    const at = instantIn(text, asking.moment);
    return at === undefined ? undefined : [dayOf(at, asking)];
  },
  ofInstant: dayOf,
  order: () => `COALESCE(${sql}, '')`,
});

/** The day an instant falls on where the query is asked. */
function dayOf(at: number, { moment }: Asking): string {
  const { year, month, day } = wallClockAt(at, moment.timeZone);
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
