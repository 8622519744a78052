import type { Ask, Destination } from '../simulators/simulator';
import type { Deployment } from './deployment';
import type { Result } from './outcomes';
import type { WireAnswer } from './responses';
import type { Invocation, LogLine } from './runner';

/** What a worker is started with. */
export interface WorkerStart {
  readonly deployment: Deployment;
  /** The site's clock, for `sharedNow`. */
  readonly clock: SharedArrayBuffer;
}

/** A worker carries out one invocation at a time. */
export type ToWorker =
  | { readonly kind: 'run'; readonly invocation: Invocation }
  | { readonly kind: 'answer'; readonly call: number; readonly answer: WireAnswer }
  | { readonly kind: 'ring'; readonly timer: number };

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'call'; readonly call: number; readonly destination: Destination; readonly ask: Ask }
  | { readonly kind: 'timer'; readonly timer: number; readonly delay: number }
  | { readonly kind: 'clear'; readonly timer: number }
  | { readonly kind: 'log'; readonly line: LogLine }
  /** Nothing is left to do but to wait; `heard` messages had come by then. */
  | { readonly kind: 'waiting'; readonly heard: number; readonly timers: number }
  | { readonly kind: 'done'; readonly result: Result };
