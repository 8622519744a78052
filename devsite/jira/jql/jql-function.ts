import type { Asking, Kind, SqlValue } from './jql-field';

/** A function that a query may name in place of values. */
export interface JqlFunction {
  readonly name: string;
  readonly kind: Kind;
  /** Whether it stands for several values, as `in` wants them. */
  readonly list: boolean;
  /** How many arguments it takes, at least and at most. */
  readonly takes: readonly [least: number, most: number];
  readonly values: (given: readonly string[], asking: Asking) => readonly SqlValue[];
}
