import type { SiteClock } from '../clock';
import type { Answer } from '../simulators/simulator';
import type { Deployment } from './deployment';
import type { Instance } from './instance';
import { openLogs } from './log-limit';
import { FunctionTimedOut, failure, openOutcome, type Result } from './outcomes';
import { lightResponse, overTheWire } from './responses';
import { FunctionHangs, type Invocation, type Outcome, type PlatformCall, type Runner } from './runner';
import { openSandbox, type Run } from './sandbox';
import { never, type Scope, type Surroundings } from './scope';
import { openStillness } from './stillness';

export interface RunnerOptions {
  readonly deployment: Deployment;
  readonly clock: SiteClock;
  readonly call: PlatformCall;
  /** The machine it runs on; one of its own when absent. */
  readonly instance?: Instance | undefined;
}

/**
 * Runs functions within this process, on its one thread. A function that never yields cannot be stopped here; one that
 * waits too long is: its deadline is a timer of the site's clock.
 */
export function openInProcessRunner({ deployment, clock, call, instance }: RunnerOptions): Runner {
  const underWay = new Set<Run>();
  let deeds = 0;
  let closed = false;

  const ask = (scope: Scope, answer: Promise<Answer>): Promise<unknown> =>
    answer.then((given) => lightResponse(overTheWire(given))).catch((error: unknown) => stop(scope, error));
  const surroundings: Surroundings = {
    now: () => clock.now(),
    setTimeout: (callback, delay) => clock.setTimeout(callback, delay),
    clearTimeout: (id) => clock.clearTimeout(id),
    call: (scope, destination, asked) => ask(scope, call(scope.invocation, destination, asked)),
    variables: deployment.variables,
  };
  const sandbox = openSandbox(deployment, surroundings, instance);

  const invoke = async (invocation: Invocation): Promise<Outcome> => {
    const logs = openLogs(invocation);
    const end = openOutcome(logs.lines);
    const run = sandbox.start(invocation, logs.add);
    const late = () => run.scope.fail(new FunctionTimedOut(invocation));
    const deadline = clock.setTimeout(late, invocation.timeoutSeconds * 1_000);
    underWay.add(run);
    const result = await run.value.then((value): Result => ({ ok: true, value }), failure);
    underWay.delete(run);
    clock.clearTimeout(deadline);
    run.end();
    deeds += run.scope.deeds + 1;
    return closed ? never : end(result);
  };

  /** A function that hangs does nothing any more until its deadline. */
  const stirring = () => [...underWay].filter(({ scope }) => !scope.over);
  const look = () => ({
    unfinished: stirring().length,
    busy: false,
    asleep: stirring().every(({ scope }) => scope.timers.size > 0),
    deeds: [...underWay].reduce((sum, { scope }) => sum + scope.deeds, deeds),
  });
  /** What is under way is cut short, and nobody hears of it. */
  const close = async (): Promise<void> => {
    closed = true;
    for (const run of underWay) run.end();
  };
  return { kind: 'in-process', invoke, idle: openStillness(look), close };
}

/** An error of the platform itself ends the function, or leaves it to its deadline; none of its own code gets to see it. */
function stop(scope: Scope, error: unknown): Promise<never> {
  scope.over = true;
  if (!(error instanceof FunctionHangs)) scope.fail(error);
  return never;
}
