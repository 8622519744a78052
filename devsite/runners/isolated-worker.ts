import { parentPort, workerData } from 'node:worker_threads';
import { sharedNow } from '../clock';
import { failure, type Result } from './outcomes';
import { type WireAnswer, webResponse } from './responses';
import type { Invocation } from './runner';
import { openSandbox, type Run } from './sandbox';
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages';

const { deployment, clock } = workerData as WorkerStart;
const port = parentPort;
if (!port) throw new Error('This is the far end of the isolated runner; it runs in a worker alone.');

const calls = new Map<number, (answer: WireAnswer) => void>();
const timers = new Map<number, () => void>();
let count = 0;
let heard = 0;
let run: Run | undefined;

const tell = (message: FromWorker): void => port.postMessage(message);
const next = (): number => {
  count += 1;
  return count;
};

const sandbox = openSandbox(deployment, {
  now: () => sharedNow(clock),
  setTimeout(callback, delay) {
    const timer = next();
    timers.set(timer, callback);
    tell({ kind: 'timer', timer, delay });
    return timer;
  },
  clearTimeout(timer) {
    if (timers.delete(timer)) tell({ kind: 'clear', timer });
  },
  call(_scope, destination, ask) {
    const call = next();
    tell({ kind: 'call', call, destination, ask });
    return new Promise((resolve) => {
      calls.set(call, (answer) => resolve(webResponse(answer)));
    });
  },
  variables: deployment.variables,
});

function start(invocation: Invocation): void {
  const begun = sandbox.start(invocation, (line) => tell({ kind: 'log', line }));
  run = begun;
  const end = (result: Result): void => {
    begun.end();
    run = undefined;
    tell({ kind: 'done', result });
  };
  begun.value.then(
    (value) => end({ ok: true, value }),
    (error: unknown) => end(failure(error)),
  );
}

function hear(message: ToWorker): void {
  heard += 1;
  if (message.kind === 'run') start(message.invocation);
  if (message.kind === 'answer') take(calls, message.call)?.(message.answer);
  if (message.kind === 'ring') take(timers, message.timer)?.();
  setImmediate(() => setImmediate(report));
}

/** Says so when the function does nothing but wait. */
function report(): void {
  if (run && calls.size === 0) tell({ kind: 'waiting', heard, timers: timers.size });
}

function take<Value>(from: Map<number, Value>, id: number): Value | undefined {
  const value = from.get(id);
  from.delete(id);
  return value;
}

port.on('message', hear);
tell({ kind: 'ready' });
