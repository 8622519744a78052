import type { Invoke } from '../../platform/invoke';
import type { Ask } from '../../simulators/simulator';
import { type AppCall, appFunctions, checkCall } from '../app-functions';
import type { Json } from '../json';
import { queryOf } from '../query';
import { Refusal } from '../refusal';
import type { World } from '../world';
import { expanded } from './jql-expand';
import { fieldsNamed } from './jql-fields';
import { type Clause, parseJql, type Test } from './jql-parse';
import { forgetUnused, keepPrecomputation, nextPrecomputationId, precomputed, type Verdict } from './precomputations';
import type { Preparer } from './prepare';
import { plainAsking } from './search-sql';

interface Wanted {
  readonly call: AppCall;
  readonly test: Test;
}

/**
 * Has the app's functions answer for the queries of a call, as far as they have not. Jira waits for the app before it
 * searches. https://developer.atlassian.com/cloud/jira/platform/jql-functions/ (2026-01-28)
 */
export const functionsOfQueries =
  (world: World): Preparer =>
  (caller, ask) => {
    const { invoke, manifest, database, clock } = world;
    if (!invoke || appFunctions(manifest).size === 0) return undefined;
    const texts = textsOf(ask);
    if (texts.length === 0) return undefined;
    forgetUnused(database, clock.now());
    const wanted = texts.flatMap((text) => unanswered(world, caller.accountId, text));
    return wanted.length > 0 ? inTurn(world, invoke, wanted) : undefined;
  };

const speaksJql = /^\/rest\/api\/3\/(search|jql|filter)\b/;

/** Every query that a call carries. */
function textsOf({ path, body }: Ask): readonly string[] {
  const [place = '', query = ''] = path.split('?', 2);
  if (!speaksJql.test(place)) return [];
  const sent = bodyOf(body);
  const listed = Array.isArray(sent?.jqls) ? sent.jqls : [];
  const parsed = Array.isArray(sent?.queries) ? sent.queries : [];
  return [queryOf(query).text('jql'), sent?.jql, ...listed, ...parsed].filter((text) => typeof text === 'string');
}

function bodyOf(text: string | undefined): Json {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}

/** The calls in a query that nothing is known of; a query that will be refused has none. */
function unanswered(world: World, accountId: string, text: string): readonly Wanted[] {
  const wanted: Wanted[] = [];
  const standIn = (call: AppCall, test: Test): Clause => {
    if (!precomputed(world.database, call, test)) wanted.push({ call, test });
    return test;
  };
  try {
    const { where } = parseJql(text);
    if (where) expanded(where, { world, accountId, standIn });
    for (const { call, test } of wanted) checkCall(call, test, kindsOf(world, accountId, test));
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
  return wanted;
}

function kindsOf(world: World, accountId: string, test: Test) {
  const { asking, indexed } = plainAsking(world, accountId);
  return fieldsNamed(test, indexed, asking).map(({ kind }) => kind);
}

async function inTurn(world: World, invoke: Invoke, wanted: readonly Wanted[]): Promise<void> {
  for (const each of wanted) await answer(world, invoke, each);
}

/** A function that fails or answers neither a query nor an error leaves nothing: the search is refused. */
async function answer(world: World, invoke: Invoke, wanted: Wanted): Promise<void> {
  const { database, clock } = world;
  const { call, test } = wanted;
  if (precomputed(database, call, test)) return;
  const { called, given } = call;
  const id = nextPrecomputationId(database);
  const { field, operator } = test;
  const clause = { field, type: called.types, operator, functionName: called.name, arguments: given };
  const terms = { cause: `jqlFunction:${called.name}` };
  const payload = { precomputationId: id, clause };
  const { result } = await invoke(called.moduleKey, 'jira:jqlFunction', called.functionKey, payload, terms);
  const verdict = result.ok ? verdictIn(result.value) : undefined;
  if (verdict) keepPrecomputation(database, id, wanted, verdict, clock.now());
}

function verdictIn(value: unknown): Verdict | undefined {
  const { jql, error } = (value ?? {}) as Record<string, unknown>;
  if (typeof error === 'string') return { error };
  return typeof jql === 'string' ? { value: jql } : undefined;
}
