import { openClock } from '../../devsite/clock';
import { openDatabase, type SiteDatabase } from '../../devsite/database';
import type { Manifest } from '../../devsite/manifest';
import type { Invoke, InvokeTerms } from '../../devsite/platform/invoke';
import type { Outcome } from '../../devsite/runners/runner';
import { turn } from '../../devsite/see-through';
import { SqliteAgenda } from '../../devsite/sqlite-agenda';

export const monday = Date.UTC(2026, 0, 5, 9);
export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** A call of a function, as the function saw it. */
export interface Call {
  readonly id: string;
  readonly at: number;
  readonly moduleKey: string;
  readonly moduleType: string;
  readonly functionKey: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into payloads of every form.
  readonly payload: any;
  readonly terms: InvokeTerms;
}

/** Thrown by a function that runs out of time. */
export const timeOut = Symbol('time-out');

type Functions = Readonly<Record<string, (call: Call) => unknown>>;

/** What background modules stand on: a frozen clock, an agenda, a database, and functions written in the test. */
export function aPlatform({
  modules = {},
  functions = {},
  start = monday,
  database = openDatabase(),
}: {
  modules?: Manifest['modules'];
  functions?: Functions;
  start?: number;
  database?: SiteDatabase;
} = {}) {
  const clock = openClock({ start, pace: 'frozen' });
  const agenda = new SqliteAgenda({ database, clock, idle: turn });
  const calls: Call[] = [];
  const underWay: Call[] = [];

  const invoke: Invoke = async (moduleKey, moduleType, functionKey, payload, terms) => {
    const seen = payload === undefined ? undefined : JSON.parse(JSON.stringify(payload));
    const id = `invocation-${calls.length + 1}`;
    const call = { id, at: clock.now(), moduleKey, moduleType, functionKey, payload: seen, terms };
    calls.push(call);
    underWay.push(call);
    const outcome = await run(functions[functionKey], call);
    underWay.pop();
    return outcome;
  };

  return {
    clock,
    agenda,
    database,
    invoke,
    calls,
    current: () => underWay.at(-1),
    manifest: aManifest(modules, Object.keys(functions)),
    advance: (milliseconds: number) => agenda.advanceTo(clock.now() + milliseconds),
  };
}

function aManifest(modules: Manifest['modules'], functions: readonly string[]): Manifest {
  const app = { id: 'ari:cloud:ecosystem::app/11111111-2222-3333-4444-555555555555', runtime: { name: 'nodejs24.x' } };
  return { app, modules: { function: functions.map((key) => ({ key, handler: `jobs.${key}` })), ...modules } };
}

async function run(work: Functions[string] | undefined, call: Call): Promise<Outcome> {
  const measured = { timedOut: false, milliseconds: 1, logs: [] };
  try {
    const value = await work?.(call);
    return {
      ...measured,
      result: { ok: true, value: value === undefined ? undefined : JSON.parse(JSON.stringify(value)) },
    };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const { name, message } = error;
    return { ...measured, timedOut: thrown === timeOut, result: { ok: false, error: { name, message } } };
  }
}
