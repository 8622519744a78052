import { fromJson, type Value } from '../../expressions/values';
import { NotSimulated } from '../../simulators/simulator';
import { integerIn, textIn } from '../body-reading';
import { isObject } from '../checks';
import { approximateCount, searchPage } from '../jql/search';
import type { Json } from '../json';
import { noSuchIssue, refuse } from '../refusal';
import { seenProject } from './expression-context';
import { seenIssue } from './expression-issue';
import { personEntity } from './expression-people';
import type { Sight } from './expression-things';

type Variables = Record<string, Value>;

/** The variables of an evaluation, and what is told of the issues among them. */
export interface Asked {
  readonly variables: Variables;
  readonly issues: Json;
}

function idOrKey(json: Json, what: string): string {
  const { id, key } = json ?? {};
  if ((id === undefined) === (key === undefined))
    throw refuse(400, `Either the id or the key of the ${what} is expected.`);
  if (typeof (id ?? key) === 'object') throw refuse(400, `The id or the key of the ${what} must be a text.`);
  return String(id ?? key);
}

function issueOf(sight: Sight, json: Json): Value {
  const issue = seenIssue(sight, idOrKey(json, 'issue'));
  if (issue === null) throw noSuchIssue();
  return issue;
}

function projectOf(sight: Sight, json: Json): Value {
  const project = seenProject(sight, idOrKey(json, 'project'));
  if (project === null) throw refuse(404, 'Project does not exist or you do not have permission to see it.');
  return project;
}

function userOf(sight: Sight, { accountId }: Json): Value {
  const user = personEntity(sight, accountId ?? null);
  if (user === null) throw refuse(404, 'User does not exist or you do not have permission to see them.');
  return user;
}

const customs: Readonly<Record<string, (sight: Sight, json: Json) => Value>> = {
  user: userOf,
  issue: issueOf,
  json: (_sight, { value }) => fromJson(value),
  list: (sight, { value }) => (Array.isArray(value) ? value : []).map((each: Json) => customOf(sight, each)),
};

function customOf(sight: Sight, json: Json): Value {
  if (Array.isArray(json)) return json.map((each) => customOf(sight, each));
  const read = typeof json?.type === 'string' && Object.hasOwn(customs, json.type) ? customs[json.type] : undefined;
  if (!read) throw refuse(400, `The type ${json?.type} of a custom context variable is not known.`);
  return read(sight, json);
}

/** Chosen here: how many issues an evaluation loads when it does not say. */
const PAGE = 100;
const MOST = 1_000;

const slim = { fields: ['id'], expand: [], properties: [], reconcileIssues: [] };

/** The issues of a query, and how the answer tells of them: by tokens, or by counts as the older call does. */
function issuesOf(sight: Sight, jql: Json, how: 'tokens' | 'counts'): { list: Value; told: Json } {
  const query = textIn(jql, 'query', '');
  const maxResults = Math.min(integerIn(jql, 'maxResults', PAGE), MOST);
  if (integerIn(jql, 'startAt', 0) !== 0) throw new NotSimulated('startAt of the issues of an expression');
  const nextPageToken = textIn(jql, 'nextPageToken', undefined);
  const page = searchPage(sight.world, sight.reader, { jql: query, nextPageToken, maxResults, ...slim });
  const list = page.issues.flatMap(({ id }: Json) => seenIssue(sight, id) ?? []);
  if (how === 'tokens') return { list, told: { nextPageToken: page.nextPageToken ?? null, isLast: page.isLast } };
  const totalCount = approximateCount(sight.world, sight.reader, query);
  return { list, told: { startAt: 0, maxResults, count: list.length, totalCount } };
}

const software = ['board', 'sprint', 'serviceDesk', 'customerRequest'];

/** Reads the context of an evaluation; 404 for what the caller may not see. */
export function askedContext(sight: Sight, context: Json, how: 'tokens' | 'counts'): Asked {
  const missing = software.find((name) => context?.[name] !== undefined);
  if (missing !== undefined) throw new NotSimulated(`the context variable ${missing} of an expression`);
  const { issue, project, issues, custom = {} } = context ?? {};
  if (!isObject(custom)) throw refuse(400, 'The custom context must be an object.');
  const found = issues?.jql && issuesOf(sight, issues.jql, how);
  const own = Object.entries(custom).map(([name, json]) => [name, customOf(sight, json)] as const);
  return {
    issues: found?.told,
    variables: {
      user: personEntity(sight, sight.reader),
      ...(issue && { issue: issueOf(sight, issue) }),
      ...(project && { project: projectOf(sight, project) }),
      ...(found && { issues: found.list }),
      ...Object.fromEntries(own),
    },
  };
}
