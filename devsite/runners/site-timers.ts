import { AsyncResource } from 'node:async_hooks';
import { type Scope, type Scopes, scopeNow } from './scope';

/** Timers of the clock that functions live by. */
export interface TimerSource {
  setTimeout(callback: () => void, delay: number): number;
  clearTimeout(id: number): void;
}

type Callback = (...values: unknown[]) => void;

/** `setTimeout` and the like, as a function of the app sees them. */
export function siteTimers(clock: TimerSource, scopes: Scopes) {
  const clear = (timer: unknown): void => {
    if (timer instanceof SiteTimer) timer.close();
  };
  const set =
    (repeats: boolean) =>
    (callback: Callback, delay = 1, ...values: unknown[]): SiteTimer =>
      new SiteTimer({ clock, scope: scopeNow(scopes), callback: () => callback(...values), delay, repeats });
  return { setTimeout: set(false), setInterval: set(true), clearTimeout: clear, clearInterval: clear };
}

interface TimerTerms {
  readonly clock: TimerSource;
  readonly scope: Scope;
  readonly callback: () => void;
  readonly delay: number;
  readonly repeats: boolean;
}

/** What Node's `setTimeout` answers, as far as it means anything here. */
class SiteTimer {
  readonly #terms: TimerTerms;
  readonly #ring: () => void;
  #id: number | undefined;

  constructor(terms: TimerTerms) {
    this.#terms = terms;
    this.#ring = AsyncResource.bind(() => this.#fire());
    this.#arm();
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  hasRef(): boolean {
    return true;
  }

  refresh(): this {
    this.close();
    this.#arm();
    return this;
  }

  close(): void {
    if (this.#id === undefined) return;
    const { clock, scope } = this.#terms;
    clock.clearTimeout(this.#id);
    scope.timers.delete(this.#id);
    this.#id = undefined;
  }

  #arm(): void {
    const { clock, scope, delay } = this.#terms;
    if (scope.over) return;
    // Node makes any delay under a millisecond one.
    this.#id = clock.setTimeout(this.#ring, Math.max(Number(delay) || 1, 1));
    scope.timers.add(this.#id);
    scope.deeds += 1;
  }

  #fire(): void {
    const { scope, callback, repeats } = this.#terms;
    if (this.#id !== undefined) scope.timers.delete(this.#id);
    this.#id = undefined;
    scope.deeds += 1;
    if (scope.over) return;
    if (repeats) this.#arm();
    try {
      callback();
    } catch (error) {
      scope.fail(error);
    }
  }
}
