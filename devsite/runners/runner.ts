import type { Answer, Ask, Destination } from '../simulators/simulator';

/** What an invocation carries out of the site's agenda. */
export interface Work {
  /** Its job there. */
  readonly job: number;
  /** Tells the event and the attempt from all others, and is the same however often the story is lived through. */
  readonly key: string;
}

/** One call of one function of the app. */
export interface Invocation {
  readonly id: string;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  /** First and second argument of the handler; both have been through JSON. */
  readonly payload: unknown;
  readonly context: Readonly<Record<string, unknown>>;
  /** The person on whose behalf it runs; absent for events, schedules and consumers. */
  readonly accountId?: string;
  readonly timeoutSeconds: number;
  /** What led to it, for the bill: `avi:jira:updated:issue`, `schedule:…`, `queue:…`, `invoke:…`. */
  readonly cause: string;
  /** Absent where somebody calls and waits. */
  readonly work?: Work;
  /** What the platform says of the app's licence; absent for an app that asks for none. */
  readonly license?: Readonly<Record<string, unknown>>;
}

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly text: string;
}

export interface Outcome {
  /** The handler's value after a JSON round trip, or what it threw. */
  readonly result:
    | { readonly ok: true; readonly value: unknown }
    | {
        readonly ok: false;
        readonly error: { readonly name: string; readonly message: string; readonly stack?: string };
      };
  readonly timedOut: boolean;
  /** Real milliseconds it took. */
  readonly milliseconds: number;
  readonly logs: readonly LogLine[];
}

/** How a function reaches the platform while it runs. */
export type PlatformCall = (invocation: Invocation, destination: Destination, ask: Ask) => Promise<Answer>;

/** Thrown by a platform call to stop the function that made it, as a crash of its machine would. */
export class FunctionKilled extends Error {
  override readonly name = 'FunctionKilled';
}

/** Thrown by a platform call that never answers: the function that made it hangs until its limit. */
export class FunctionHangs extends Error {
  override readonly name = 'FunctionHangs';
}

/** Runs the app's built bundles; `isolated` in a worker, `in-process` as a function of its globals. */
export interface Runner {
  readonly kind: 'isolated' | 'in-process';
  invoke(invocation: Invocation): Promise<Outcome>;
  /** Comes about once every function under way does nothing but wait for the site's clock. */
  idle(): Promise<void>;
  close(): Promise<void>;
}
