import { admit, bundleOf } from './bundles';
import type { Deployment } from './deployment';
import { forgeRuntime, functionContext } from './forge-runtime';
import { type Exports, type Instance, ownInstance } from './instance';
import type { Invocation, LogLine } from './runner';
import type { Scope, Surroundings } from './scope';

/** An invocation under way. */
export interface Run {
  readonly scope: Scope;
  /** The function's value after a JSON round trip; rejected with what it threw. */
  readonly value: Promise<unknown>;
  /** From now on nothing it does counts. */
  end(): void;
}

/** Runs an app's bundles as functions of their globals. Bundles are loaded once, within the first invocation. */
export interface Sandbox {
  start(invocation: Invocation, log: (line: LogLine) => void): Run;
}

export function openSandbox(
  deployment: Deployment,
  surroundings: Surroundings,
  { scopes, globals, loaded }: Instance = ownInstance(surroundings),
): Sandbox {
  const load = (bundle: string): Exports => {
    const known = loaded.get(bundle) ?? evaluate(bundle, deployment.bundles[bundle], globals());
    loaded.set(bundle, known);
    return known;
  };
  const call = async (invocation: Invocation): Promise<unknown> => {
    const handler = deployment.handlers[invocation.functionKey];
    if (handler === undefined) throw new Error(`The manifest declares no function ${invocation.functionKey}.`);
    const { bundle, name } = bundleOf(handler);
    const called = load(bundle)[name];
    if (typeof called !== 'function') throw new Error(`The bundle ${bundle} exports no function ${name}.`);
    return plain(await called(invocation.payload, functionContext(invocation, deployment)));
  };

  const start = (invocation: Invocation, log: (line: LogLine) => void): Run => {
    const deadline = surroundings.now() + invocation.timeoutSeconds * 1_000;
    const remaining = { getRemainingTimeInMillis: () => Math.max(deadline - surroundings.now(), 0) };
    const runtime = forgeRuntime(invocation, deployment, remaining);
    const begun = { invocation, runtime, surroundings, log };
    const scope: Scope = { ...begun, fail: () => undefined, timers: new Set(), over: false, deeds: 0 };
    const value = new Promise<unknown>((resolve, reject) => {
      scope.fail = reject;
      scopes.run(scope, call, invocation).then(resolve, reject);
    });
    return { scope, value, end: () => end(scope, surroundings) };
  };
  return { start };
}

function end(scope: Scope, { clearTimeout }: Surroundings): void {
  scope.over = true;
  for (const id of scope.timers) clearTimeout(id);
  scope.timers.clear();
}

function evaluate(bundle: string, code: string | undefined, globals: Readonly<Record<string, unknown>>): Exports {
  if (code === undefined) throw new Error(`There is no bundle ${bundle}.`);
  const module = { exports: {} as Exports };
  const body = compiled(bundle, code, [...Object.keys(globals), 'module', 'exports']);
  body.call(module.exports, ...Object.values(globals), module, module.exports);
  return module.exports;
}

type Body = (...globals: readonly unknown[]) => void;

const bodies = new Map<string, { readonly code: string; readonly body: Body }>();

/** A bundle is a function of its globals, so one compiled body serves every site of the process. */
function compiled(bundle: string, code: string, names: readonly string[]): Body {
  const key = `${bundle}(${names.join()})`;
  const known = bodies.get(key);
  if (known?.code === code) return known.body;
  const body = new Function(...names, `${admit(bundle, code)}\n//# sourceURL=${bundle}.cjs`) as Body;
  bodies.set(key, { code, body });
  return body;
}

const plain = (value: unknown): unknown => {
  const text = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text);
};
