import type { AnyNode } from 'acorn';
import { EvaluationFault } from './faults';
import { Misgiven } from './list-methods';
import { Unfitting } from './operators';
import type { Method, Surroundings, Value } from './values';

/** Variables, those of the places around it included. */
export interface Scope {
  readonly variables: Map<string, Value>;
  readonly outer?: Scope;
}

export const scopeOf = (variables: Map<string, Value>, outer?: Scope): Scope => ({
  variables,
  ...(outer && { outer }),
});

/** One evaluation. */
export interface Run {
  readonly text: string;
  readonly constructors: Readonly<Record<string, Method>>;
  readonly surroundings: Surroundings;
  readonly value: (node: AnyNode, scope: Scope) => Value;
}

export type Kind = AnyNode['type'];
export type Of<Type extends Kind> = Extract<AnyNode, { type: Type }>;

export const written = (run: Run, { start, end }: AnyNode): string => run.text.slice(start, end);

export const faultAt = (run: Run, node: AnyNode, message: string): EvaluationFault =>
  new EvaluationFault(message, written(run, node));

/** Lets what does not fit name the place where it stands. */
export function placed<Result>(run: Run, node: AnyNode, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof Unfitting || error instanceof Misgiven) throw faultAt(run, node, error.message);
    throw error;
  }
}
