import { AsyncLocalStorage } from 'node:async_hooks';
import type { Ask, Destination } from '../simulators/simulator';
import type { Invocation, LogLine } from './runner';

/** What surrounds the functions of an app: the clock they live by and the platform they reach. */
export interface Surroundings {
  now(): number;
  setTimeout(callback: () => void, delay: number): number;
  clearTimeout(timer: number): void;
  /** Answers a `Response`, or what stands for it. */
  call(scope: Scope, destination: Destination, ask: Ask): Promise<unknown>;
  readonly variables: Readonly<Record<string, string>>;
}

/** One invocation while it runs: what its globals are bound to. */
export interface Scope {
  readonly invocation: Invocation;
  readonly runtime: unknown;
  /** Those of the site it runs for. */
  readonly surroundings: Surroundings;
  readonly log: (line: LogLine) => void;
  /** Ends the invocation with what it threw outside its promise. */
  fail: (error: unknown) => void;
  /** Ids of the clock's timers it set. */
  readonly timers: Set<number>;
  /** Nothing it does counts any more. */
  over: boolean;
  /** How often it did something that the site could see. */
  deeds: number;
}

export type Scopes = AsyncLocalStorage<Scope>;

export const openScopes = (): Scopes => new AsyncLocalStorage<Scope>();

export function scopeNow(scopes: Scopes): Scope {
  const scope = scopes.getStore();
  if (!scope) throw new Error('The app did something outside of any invocation.');
  return scope;
}

/** What a function that was stopped waits for. */
export const never = new Promise<never>(() => undefined);
