import { type AppCall, appCallIn, checkCall } from '../app-functions';
import { type Filter, filterById, maySee, visibleFilters } from '../filters/filter-store';
import { refuse } from '../refusal';
import type { World } from '../world';
import type { Asking } from './jql-field';
import { fieldsNamed } from './jql-fields';
import { type Clause, type Operand, parseJql, type Test } from './jql-parse';
import type { IndexedValue } from './jql-properties';
import { filterNames } from './jql-system-fields';
import { noSuchValue, operandsOf } from './jql-values';
import { noteUse, precomputed } from './precomputations';

/** Who asks, and what stands in for a condition that is a call of the app's function. */
export interface Expansion {
  readonly world: World;
  readonly accountId: string;
  readonly standIn: (call: AppCall, test: Test) => Clause;
}

const everything: Clause = { kind: 'and', clauses: [] };

/** A condition with saved filters and the app's functions replaced by what they stand for. */
export function expanded(clause: Clause, expansion: Expansion, within: readonly number[] = []): Clause {
  switch (clause.kind) {
    case 'not':
      return { kind: 'not', clause: expanded(clause.clause, expansion, within) };
    case 'and':
    case 'or':
      return { ...clause, clauses: clause.clauses.map((each) => expanded(each, expansion, within)) };
    case 'test':
      return testExpanded(clause, expansion, within);
  }
}

function testExpanded(test: Test, expansion: Expansion, within: readonly number[]): Clause {
  const call = appCallIn(expansion.world.manifest, test);
  if (call) return expansion.standIn(call, test);
  if (test.property || !filterNames.includes(test.field.toLowerCase())) return test;
  if (!['=', '!=', 'in', 'not in'].includes(test.operator)) return test;
  const any: Clause = {
    kind: 'or',
    clauses: operandsOf(test).map((operand) => conditionOf(filterNamed(operand, test, expansion), expansion, within)),
  };
  return test.operator === '=' || test.operator === 'in' ? any : { kind: 'not', clause: any };
}

function filterNamed(operand: Operand, test: Test, { world, accountId }: Expansion): Filter {
  const text = operand.kind === 'value' ? operand.text : '';
  const byId = filterById(world, text);
  if (byId && maySee(world, accountId, byId)) return byId;
  const found = visibleFilters(world, accountId).find(({ name }) => name.toLowerCase() === text.toLowerCase());
  if (!found) throw noSuchValue(operand, test);
  return found;
}

function conditionOf({ id, jql, name }: Filter, expansion: Expansion, within: readonly number[]): Clause {
  if (within.includes(id)) throw refuse(400, `The filter '${name}' refers to itself.`);
  const { where } = parseJql(jql);
  return where ? expanded(where, expansion, [...within, id]) : everything;
}

/** The condition that a function of the app has answered with; 400 when it has not, or with an error. */
export function precomputedClause(
  world: World,
  asking: Asking,
  indexed: readonly IndexedValue[],
): Expansion['standIn'] {
  return (call, test) => {
    const kinds = fieldsNamed(test, indexed, asking).map(({ kind }) => kind);
    checkCall(call, test, kinds);
    const found = precomputed(world.database, call, test);
    if (!found) throw refuse(400, `The function '${call.called.name}' could not be evaluated by its app.`);
    noteUse(world.database, found, world.clock.now());
    if (found.value === null) throw refuse(400, found.error ?? '');
    return parseJql(found.value).where ?? everything;
  };
}
