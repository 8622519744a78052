import { type Budget, openBudget } from './budget';
import { evaluation } from './evaluation';
import type { Limits } from './limits';
import type { Parsed } from './parse';
import { scopeOf } from './run';
import type { Method, Value } from './values';

/** What an expression is evaluated in. */
export interface Context {
  readonly variables: Readonly<Record<string, Value>>;
  /** `new Issue('KEY-1')` and the like. */
  readonly constructors?: Readonly<Record<string, Method>>;
  readonly now: () => number;
  readonly timeZone: string;
}

export interface Evaluated {
  readonly value: Value;
  readonly spent: Budget['spent'];
}

/** Evaluates an expression; throws `EvaluationFault` when it fails and `LimitFault` when it costs too much. */
export function evaluate({ text, program }: Parsed, context: Context, limits: Limits): Evaluated {
  const budget = openBudget(limits);
  const { variables, constructors = {}, now, timeZone } = context;
  const scope = scopeOf(new Map(Object.entries(variables)));
  const run = evaluation({ text, constructors, surroundings: { budget, now, timeZone } });
  const value = run.value(program, scope);
  return { value, spent: budget.spent };
}
