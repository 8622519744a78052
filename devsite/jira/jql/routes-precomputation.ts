import { appFunctions } from '../app-functions';
import { objectsIn, textIn, textsIn } from '../body-reading';
import { jiraTime } from '../jira-time';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk } from '../page-answer';
import { readList, WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { parseJql } from './jql-parse';
import { allPrecomputations, forgetUnused, type Precomputation, updatePrecomputation } from './precomputations';

/** Apps alone look at precomputations: by themselves, or on behalf of a person. */
function appsOnly({ world, caller }: Call): void {
  if (caller.kind !== 'app' && caller.scopes === undefined)
    throw refuse(403, 'This resource is only accessible to apps.');
  forgetUnused(world.database, world.clock.now());
}

const shape = (row: Precomputation): Json => ({
  id: row.id,
  functionKey: row.function_key,
  functionName: row.function_name,
  field: row.field,
  operator: row.operator,
  arguments: JSON.parse(row.arguments_json),
  ...(row.value === null ? { error: row.error } : { value: row.value }),
  created: jiraTime(row.created),
  updated: jiraTime(row.updated),
  used: jiraTime(row.used),
});

const orders = {
  functionKey: 'function_key',
  used: 'used',
  created: 'created',
  updated: 'updated',
} as const;

function inOrder(call: Call): readonly Precomputation[] {
  const orderBy = call.query.text('orderBy') ?? 'created';
  const column = orders[orderBy.replace(/^[+-]/, '') as keyof typeof orders];
  const sign = orderBy.startsWith('-') ? -1 : 1;
  return [...allPrecomputations(call.world.database)].sort((one, other) =>
    one[column] === other[column] ? 0 : one[column] < other[column] ? -sign : sign,
  );
}

function list(call: Call): Json {
  appsOnly(call);
  const keys = call.query.list('functionKey');
  const known = [...appFunctions(call.world.manifest).values()].map(({ key }) => key);
  const strange = keys.find((key) => !known.includes(key));
  if (strange !== undefined) throw refuse(404, `The function '${strange}' was not found.`);
  const found = inOrder(call).filter((row) => keys.length === 0 || keys.includes(row.function_key));
  return pageAnswer(call, found, pageAsk(call, 100), shape);
}

function byIds(call: Call): Json {
  appsOnly(call);
  const ids = textsIn(call.body, 'precomputationIDs');
  const found = inOrder(call).filter(({ id }) => ids.includes(id));
  return {
    precomputations: found.map(shape),
    notFoundPrecomputationIDs: ids.filter((id) => !found.some((row) => row.id === id)),
  };
}

function checkUpdate(update: Json): void {
  const [id, value, error] = ['id', 'value', 'error'].map((name) => textIn(update, name, undefined));
  if (typeof id !== 'string' || (typeof value === 'string') === (typeof error === 'string'))
    throw refuse(400, 'A precomputation is updated by its id, and either a value or an error.');
  if (typeof value === 'string') parseJql(value);
}

function update(call: Call): RouteAnswer {
  appsOnly(call);
  const { database, clock } = call.world;
  const updates = objectsIn(call.body, 'values');
  updates.forEach(checkUpdate);
  const known = new Set(allPrecomputations(database).map(({ id }) => id));
  const missing = updates.map(({ id }) => id).filter((id) => !known.has(id));
  const lenient = call.query.boolean('skipNotFoundPrecomputations', false);
  if (missing.length > 0 && !lenient)
    return {
      status: 404,
      body: { errorMessages: ['Some precomputations were not found.'], notFoundPrecomputationIDs: missing },
    };
  for (const { id, value, error } of updates) updatePrecomputation(database, id, { value, error }, clock.now());
  return lenient ? { status: 200, body: { notFoundPrecomputationIDs: missing } } : { status: 204 };
}

const path = '/rest/api/3/jql/function/computation';
const own = { scopes: [], permission: 'the app, for its own functions' } as const;
const orderBy = { oneOf: Object.keys(orders).flatMap((name) => [name, `+${name}`, `-${name}`]) };

export const precomputationRoutes: readonly Route[] = [
  {
    ...own,
    method: 'GET',
    path,
    operationId: 'getPrecomputations',
    query: { ...asPage, functionKey: 'list', orderBy },
    points: readList('values'),
    answer: ok(list),
  },
  {
    ...own,
    method: 'POST',
    path,
    operationId: 'updatePrecomputations',
    query: { skipNotFoundPrecomputations: 'boolean' },
    body: { values: { id: 'any', value: 'any', error: 'any' } },
    points: WRITE,
    answer: update,
  },
  {
    ...own,
    method: 'POST',
    path: `${path}/search`,
    operationId: 'getPrecomputationsByID',
    query: { orderBy },
    body: { precomputationIDs: 'any' },
    points: readList('precomputations'),
    answer: ok(byIds),
  },
];
