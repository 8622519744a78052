import type { Answer } from '../simulators/simulator';
import type { Meter } from './meter';
import type { Store } from './store';
import type { Throughput } from './throughput';

/** One call on the store, with what it needs to be answered. */
export interface Call {
  /** As the bill names it: `kvs entity/query`. */
  readonly name: string;
  readonly body: unknown;
  readonly store: Store;
  readonly meter: Meter;
  readonly throughput: Throughput;
}

export type Operation = (call: Call) => Answer;
