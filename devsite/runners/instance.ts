import { sandboxGlobals } from './sandbox-globals';
import { openScopes, type Scopes, type Surroundings, scopeNow } from './scope';

export type Exports = Readonly<Record<string, unknown>>;

/** A warm machine of the platform: what a bundle keeps at its top level lives as long as it does. */
export interface Instance {
  readonly scopes: Scopes;
  /** The names that bundles find changed; asked for within an invocation. */
  readonly globals: () => Readonly<Record<string, unknown>>;
  /** Exports by the name of their bundle. */
  readonly loaded: Map<string, Exports>;
}

/** A machine that runs the functions of one site. */
export function ownInstance(surroundings: Surroundings): Instance {
  const scopes = openScopes();
  const globals = sandboxGlobals(surroundings, scopes);
  return { scopes, globals: () => globals, loaded: new Map() };
}

/**
 * A machine that runs the functions of several sites, at a time too, as Forge's may: each invocation finds the clock and
 * the platform of its own site, and all of them the same modules. It knows no variables.
 */
export function sharedInstance(): Instance {
  const scopes = openScopes();
  const here = () => scopeNow(scopes).surroundings;
  const surroundings: Surroundings = {
    now: () => here().now(),
    setTimeout: (callback, delay) => here().setTimeout(callback, delay),
    clearTimeout: (id) => here().clearTimeout(id),
    call: (scope, destination, ask) => scope.surroundings.call(scope, destination, ask),
    variables: {},
  };
  let globals: Readonly<Record<string, unknown>> | undefined;
  return {
    scopes,
    globals() {
      globals ??= sandboxGlobals(surroundings, scopes);
      return globals;
    },
    loaded: new Map(),
  };
}
