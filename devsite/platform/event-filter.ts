import type { AnyNode } from 'acorn';
import { evaluate } from '../expressions/evaluate';
import { isFault } from '../expressions/faults';
import { childrenOf } from '../expressions/grammar';
import { filterLimits } from '../expressions/limits';
import { type Parsed, parseExpression } from '../expressions/parse';
import { fromJson, typeName } from '../expressions/values';
import { NotSimulated } from '../simulators/simulator';

const onErrors = ['IGNORE_AND_LOG', 'IGNORE', 'RECEIVE_AND_LOG', 'RECEIVE'] as const;

type OnError = (typeof onErrors)[number];

/** What a filter makes of an event; `why` when its expression failed. */
export interface Sifted {
  readonly heard: boolean;
  readonly logged: boolean;
  readonly why?: string;
}

/** Says of an event whether its trigger is to hear of it. */
export type EventFilter = (event: unknown, now: number) => Sifted;

interface Declared {
  readonly expression?: unknown;
  readonly onError?: unknown;
}

const constructs = (node: AnyNode): boolean => node.type === 'NewExpression' || childrenOf(node).some(constructs);

function parsed(expression: unknown, moduleKey: string): Parsed {
  if (typeof expression !== 'string') throw new Error(`The expression of the filter of ${moduleKey} must be a text.`);
  if (/\bevent\s*\.\s*runtime\b/.test(expression))
    throw new NotSimulated(`entity properties in the expression of a trigger's filter (${moduleKey})`);
  try {
    const read = parseExpression(expression, filterLimits);
    if (constructs(read.program))
      throw new NotSimulated(`"new" in the expression of a trigger's filter (${moduleKey})`);
    return read;
  } catch (error) {
    if (isFault(error)) throw new Error(`The expression of the filter of ${moduleKey} is not one: ${error.message}`);
    throw error;
  }
}

function onErrorOf(declared: unknown, moduleKey: string): OnError {
  const known = onErrors.find((each) => each === (declared ?? 'IGNORE_AND_LOG'));
  if (!known) throw new Error(`The filter of ${moduleKey} has the onError "${declared}": there is none.`);
  return known;
}

const failed = (onError: OnError, why: string): Sifted => ({
  heard: onError.startsWith('RECEIVE'),
  logged: onError.endsWith('_AND_LOG'),
  why,
});

/**
 * Reads the filter of a trigger; throws on an expression that is none. Anything but a Boolean is an error.
 * https://developer.atlassian.com/platform/forge/events-reference/product_events/#filter-out-atlassian-app-events (2026-08)
 */
export function eventFilter(declared: Declared, moduleKey: string): EventFilter {
  if (declared.expression === undefined) return () => ({ heard: true, logged: false });
  const expression = parsed(declared.expression, moduleKey);
  const onError = onErrorOf(declared.onError, moduleKey);
  return (event, at) => {
    const context = { variables: { event: fromJson(event) }, now: () => at, timeZone: 'UTC' };
    try {
      const { value } = evaluate(expression, context, filterLimits);
      if (typeof value === 'boolean') return { heard: value, logged: false };
      return failed(onError, `The expression returned ${typeName(value)}, and a Boolean is expected.`);
    } catch (error) {
      if (!isFault(error)) throw error;
      return failed(onError, error.message);
    }
  };
}
