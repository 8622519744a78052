import { AsyncLocalStorage } from 'node:async_hooks';
import type { Invocation, LogLine } from './runner';

/** One invocation while it runs: what its globals are bound to. */
export interface Scope {
  readonly invocation: Invocation;
  readonly runtime: unknown;
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
