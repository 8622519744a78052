import type { Statement } from '../../database';
import type { Project } from '../configuration/setup';
import { held } from '../permissions/permissions';
import type { World } from '../world';
import { expanded, precomputedClause } from './jql-expand';
import type { Asking, SqlValue } from './jql-field';
import { literal } from './jql-field';
import { checkSize, tooDeep } from './jql-limits';
import type { Clause, Jql } from './jql-parse';
import { type IndexedValue, indexedValues } from './jql-properties';
import { orderTerms, whereSql } from './jql-sql';
import { searchLag } from './search-index';
import type { Place } from './search-token';

/** Who searches for what; issues in `fresh` are seen as they are now. */
export interface Question {
  readonly accountId: string;
  readonly jql: Jql;
  readonly fresh: readonly number[];
  /** The only issues looked at; absent: all. */
  readonly among?: readonly number[];
}

/** A statement and its parameters. */
interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

const indexed = new WeakMap<World['manifest'], readonly IndexedValue[]>();

function indexedIn({ manifest }: World): readonly IndexedValue[] {
  const values = indexed.get(manifest) ?? indexedValues(manifest);
  indexed.set(manifest, values);
  return values;
}

const propertyNow = (key: string): string =>
  `(SELECT p.value_json FROM jira_issue_property p WHERE p.issue_id = i.id AND p.key = ${literal(key)})`;
const propertyThen = (key: string): string => `(i.properties_json -> ${literal(`$."${key}"`)})`;

function askingOf(world: World, accountId: string, bind: Asking['bind'], propertySql: Asking['propertySql']): Asking {
  const { setup, clock, database } = world;
  const byKey = `SELECT id FROM jira_issue WHERE key = ?1
    UNION ALL SELECT issue_id FROM jira_old_key WHERE key = ?1`;
  return {
    setup,
    database,
    accountId,
    moment: { now: clock.now(), timeZone: setup.users.get(accountId)?.timeZone ?? 'UTC' },
    issueIdOf: (key) => database.sql(byKey).get<{ id: number }>(key)?.id,
    propertySql,
    bind,
  };
}

/** Search leaves archived and deleted projects out. */
const isLive = ({ state = 'live' }: Project): boolean => state === 'live';

/** For who reads fields and their values without searching. */
export const plainAsking = (world: World, accountId: string) => ({
  asking: askingOf(world, accountId, () => '?', propertyNow),
  indexed: indexedIn(world),
});

/** SQL that holds for issues the account may browse. */
function browsable({ setup }: World, accountId: string, bind: Asking['bind']): string {
  const claims = [...setup.projects.values()].map((project) => {
    const claim = held(setup, accountId, 'BROWSE_PROJECTS', project);
    if (claim === 'never' || !isLive(project)) return '0';
    const inPerson = claim === 'always' ? '1' : claim.map((who) => `i.${who} = ${bind(accountId)}`).join(' OR ');
    return `(+i.project_id = ${project.id} AND (${inPerson}))`;
  });
  return claims.length > 0 ? `(${claims.join(' OR ')})` : '0';
}

/** The condition without saved filters and functions of the app, which stand for others. */
function standing(where: Clause, world: World, asking: Asking): Clause {
  const standIn = precomputedClause(world, asking, indexedIn(world));
  const clause = expanded(where, { world, accountId: asking.accountId, standIn });
  if (clause !== where) checkSize(clause);
  return clause;
}

/** Issues as search sees them: as they are, or, where they changed within the lag, as they were before. */
function seen(world: World, question: Question): Sql {
  const values: SqlValue[] = [];
  const bind = (value: SqlValue): string => {
    values.push(value);
    return `?${values.length}`;
  };
  const { accountId, jql, fresh, among } = question;
  const isOneOf = (ids: readonly number[]) => `i.id IN (SELECT value FROM json_each(${bind(JSON.stringify(ids))}))`;
  const rows = (table: string, propertySql: Asking['propertySql'], visible: () => string): string => {
    const asking = askingOf(world, accountId, bind, propertySql);
    const keys = orderTerms(jql, indexedIn(world), asking).map(({ sql }, place) => `, ${sql} AS k${place}`);
    const where = jql.where ? whereSql(standing(jql.where, world, asking), indexedIn(world), asking) : '1';
    const only = among ? isOneOf(among) : '1';
    const narrowed = [where, visible(), 'i.archived IS NULL', browsable(world, accountId, bind), only];
    return `SELECT i.id AS id${keys.join('')} FROM ${table} i WHERE ${narrowed.join(' AND ')}`;
  };
  const lag = searchLag(world);
  if (lag === 0) return { text: rows('jira_issue', propertyNow, () => '1'), values };
  const at = world.clock.now() - lag;
  const isFresh = () => (fresh.length > 0 ? isOneOf(fresh) : '0');
  const now = rows('jira_issue', propertyNow, () => `(+i.changed <= ${bind(at)} OR ${isFresh()})`);
  if (!hasOlder(world, at)) return { text: now, values };
  const visible = () => `i.changed <= ${bind(at)} AND i.until > ${bind(at)} AND NOT ${isFresh()}`;
  const then = rows('jira_index', propertyThen, visible);
  return { text: `${now} UNION ALL ${then}`, values };
}

const hasOlder = ({ database }: World, at: number): boolean =>
  database.sql('SELECT 1 FROM jira_index WHERE until > ? LIMIT 1').get(at) !== undefined;

interface Key {
  readonly name: string;
  readonly descending: boolean;
}

/** As asked, then the youngest issue first. */
const keysOf = ({ orderBy }: Jql): readonly Key[] => [
  ...orderBy.map(({ descending }, place) => ({ name: `k${place}`, descending })),
  { name: 'id', descending: true },
];

/** SQL that holds for what comes after a place in the order. */
const beyond = (keys: readonly Key[]): string =>
  keys
    .map(({ name, descending }, at) => {
      const same = keys.slice(0, at).map((key) => `${key.name} = ?`);
      return `(${[...same, `${name} ${descending ? '<' : '>'} ?`].join(' AND ')})`;
    })
    .join(' OR ');

const beyondValues = (after: Place): readonly SqlValue[] => after.flatMap((_, at) => after.slice(0, at + 1));

export interface Found {
  readonly id: number;
  /** Where it stands in the order. */
  readonly place: Place;
}

/** SQLite nests expressions less deeply than JQL, by how much depends on the fields. */
const tooMuch = /parser stack overflow|Expression tree is too large/;

function prepared({ database }: World, text: string): Statement {
  try {
    return database.sql(text);
  } catch (error) {
    throw error instanceof Error && tooMuch.test(error.message) ? tooDeep() : error;
  }
}

/** At most `limit` issues that the question finds, in its order, beginning after a place. */
export function found(world: World, question: Question, limit: number, after: Place | undefined): readonly Found[] {
  const { text, values } = seen(world, question);
  const keys = keysOf(question.jql);
  // The + makes SQLite look issues up by what they are, and not walk through all of them in the order asked for.
  const order = keys.map(({ name, descending }) => `+${name}${descending ? ' DESC' : ''}`).join(', ');
  const statement = `SELECT * FROM (${text}) WHERE ${after ? beyond(keys) : '1'} ORDER BY ${order} LIMIT ?`;
  const parameters = [...values, ...(after ? beyondValues(after) : []), limit];
  const rows = prepared(world, statement).all<Record<string, string | number>>(...parameters);
  return rows.map((row) => ({ id: row.id as number, place: keys.map(({ name }) => row[name] as string | number) }));
}

/** Refuses a question that could not be answered. */
export const checkQuestion = (world: World, question: Question): void => void seen(world, question);

/** How many issues the question finds. */
export function countFound(world: World, question: Question): number {
  const { text, values } = seen(world, question);
  return prepared(world, `SELECT count(*) AS times FROM (${text})`).get<{ times: number }>(...values)?.times ?? 0;
}
