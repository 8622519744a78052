import { chosen } from '../../platform/chosen';
import { NotSimulated } from '../../simulators/simulator';
import { namesOf, schemaOf, selectFields } from '../fields/field-selection';
import { issueOf } from '../issues/issue';
import { type IssueAnswer, issueShape } from '../issues/issue-answer';
import type { Json } from '../json';
import { may } from '../permissions/permissions';
import { refuse } from '../refusal';
import type { IssueRow } from '../schema';
import type { World } from '../world';
import { type Jql, parseJql } from './jql-parse';
import { checkQuestion, countFound, type Found, found, type Question } from './search-sql';
import { placeIn, tokenFor } from './search-token';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/ (2026-02) */
const MOST_ISSUES = 5_000;
const MOST_RECONCILED = 50;
const MOST_PROPERTIES = 5;

/** The parameters of a search, whichever way they came. */
export interface SearchAsk {
  readonly jql: string;
  readonly nextPageToken: string | undefined;
  readonly maxResults: number;
  readonly fields: readonly string[];
  readonly expand: readonly string[];
  readonly properties: readonly string[];
  readonly reconcileIssues: readonly number[];
}

/** Parses a query that restricts what it finds; anything else is refused. */
function boundedJql(text: string): Jql {
  const jql = parseJql(text);
  if (!jql.where)
    throw refuse(400, 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.');
  return jql;
}

function checked(ask: SearchAsk): void {
  if (ask.maxResults < 1) throw refuse(400, "The 'maxResults' must be at least 1.");
  if (ask.reconcileIssues.length > MOST_RECONCILED)
    throw refuse(400, `The 'reconcileIssues' can contain a maximum of ${MOST_RECONCILED} issue ids.`);
  if (ask.properties.length > MOST_PROPERTIES)
    throw refuse(400, `The 'properties' can contain a maximum of ${MOST_PROPERTIES} keys.`);
  const strange = ask.expand.find((name) => !['names', 'schema', 'changelog', 'transitions'].includes(name));
  if (strange !== undefined) throw new NotSimulated(`expand=${strange} of a search`);
}

/** A page of the issues that a query finds, as `/search/jql` answers it. */
export function searchPage(world: World, accountId: string, ask: SearchAsk): Json {
  checked(ask);
  const question: Question = { accountId, jql: boundedJql(ask.jql), fresh: ask.reconcileIssues };
  const after = ask.nextPageToken ? placeIn(ask.nextPageToken, ask.jql, world.clock.now()) : undefined;
  const limit = Math.min(ask.maxResults, isSlim(ask) ? MOST_ISSUES : chosen.fullSearchPage);
  const rows = found(world, question, limit + 1, after);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    ...describedFields(world, ask),
    issues: issueShapes(world, accountId, ask, page),
    isLast: rows.length <= limit,
    ...(rows.length > limit && last
      ? { nextPageToken: tokenFor({ jql: ask.jql, after: last.place, at: world.clock.now() }) }
      : {}),
  };
}

const slimFields = new Set(['id', 'key']);

const isSlim = ({ fields, properties, expand }: SearchAsk): boolean =>
  fields.every((field) => slimFields.has(field)) && properties.length === 0 && expand.length === 0;

function describedFields(world: World, { fields, expand }: SearchAsk): Json {
  const selected = fullFields(world, fields);
  return {
    ...(expand.includes('names') ? { names: namesOf(selected) } : {}),
    ...(expand.includes('schema') ? { schema: schemaOf(selected) } : {}),
  };
}

const fullFields = (world: World, fields: readonly string[]) =>
  selectFields(
    world,
    fields.filter((field) => !slimFields.has(field)),
    [],
  );

const seenIssue = `SELECT * FROM jira_issue WHERE id = ?`;

/** Found issues as they are now; one that is gone, or hidden meanwhile, is left out. */
function issueShapes(world: World, accountId: string, ask: SearchAsk, page: readonly Found[]): Json[] {
  if (isSlim(ask) && !ask.fields.includes('key')) return page.map(({ id }) => ({ id: String(id) }));
  const answer: IssueAnswer = {
    fields: fullFields(world, ask.fields),
    expand: ask.expand.filter((name) => name !== 'names' && name !== 'schema'),
    properties: ask.properties,
    reader: accountId,
  };
  const rows = page.flatMap(({ id }) => world.database.sql(seenIssue).get<IssueRow>(id) ?? []);
  return rows
    .filter((row) => may(world, accountId, 'BROWSE_PROJECTS', row))
    .map((row) => issueShape(world, issueOf(row), answer));
}

/** Refuses a query that could not be answered, bounded or not. */
export const checkJql = (world: World, accountId: string, jql: string): void =>
  checkQuestion(world, { accountId, jql: parseJql(jql), fresh: [] });

/** How many issues a query finds; exact here, approximate in Jira. */
export const approximateCount = (world: World, accountId: string, jql: string): number =>
  countFound(world, { accountId, jql: boundedJql(jql), fresh: [] });

/** The ids of at most so many issues that a query finds. */
export const idsFound = (world: World, accountId: string, jql: string, limit: number): readonly number[] =>
  found(world, { accountId, jql: boundedJql(jql), fresh: [] }, limit, undefined).map(({ id }) => id);

/** Which of some issues, as they are now, a query matches. */
export function matched(world: World, accountId: string, text: string, issueIds: readonly number[]): number[] {
  const jql = { ...parseJql(text), orderBy: [] };
  const question = { accountId, jql, fresh: issueIds, among: issueIds };
  return found(world, question, issueIds.length, undefined).map(({ id }) => id);
}
