import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SiteClock } from '../clock';
import { openLogs } from './log-limit';
import { FunctionTimedOut, failure, openOutcome, type Result } from './outcomes';
import { overTheWire } from './responses';
import { FunctionHangs, type Invocation, type Outcome, type PlatformCall } from './runner';
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages';

export interface SeatOptions {
  readonly start: WorkerStart;
  readonly clock: SiteClock;
  readonly call: PlatformCall;
}

interface Occupied {
  readonly invocation: Invocation;
  readonly logs: ReturnType<typeof openLogs>;
  readonly end: (result: Result) => void;
}

/** The worker itself is TypeScript, and Node runs JavaScript. */
const bootstrap = `
  const { workerData } = require('node:worker_threads');
  require(workerData.tsx);
  require(workerData.file);`;

/** A worker and the one invocation it carries out at a time. */
export class Seat {
  readonly #options: SeatOptions;
  readonly #worker: Worker;
  readonly #timers = new Map<number, number>();
  #occupied: Occupied | undefined;
  #sent = 0;
  #waiting: { readonly timers: number } | undefined;
  readonly #ready: Promise<void>;
  #isReady: () => void = () => undefined;
  /** Grows with all that passes between it and the site. */
  deeds = 0;
  gone = false;
  /** Its function does nothing any more until its deadline. */
  hangs = false;

  constructor(options: SeatOptions) {
    this.#options = options;
    this.#ready = new Promise((resolve) => {
      this.#isReady = resolve;
    });
    const { start } = options;
    const files = { tsx: require.resolve('tsx/cjs'), file: join(__dirname, 'isolated-worker.ts') };
    this.#worker = new Worker(bootstrap, {
      eval: true,
      workerData: { ...start, ...files },
      env: { ...start.deployment.variables },
      resourceLimits: { maxOldGenerationSizeMb: start.deployment.memoryMB },
    });
    this.#worker.on('message', (message: FromWorker) => this.#hear(message));
    this.#worker.on('error', (error) => this.#leave(failure(error)));
    this.#worker.on('exit', () => this.#leave(failure(new Error('The function ended its process.'))));
    this.#worker.unref();
  }

  get free(): boolean {
    return !this.#occupied && !this.gone;
  }

  get busy(): boolean {
    return this.#occupied !== undefined && !this.#waiting;
  }

  get asleep(): boolean {
    return this.#waiting !== undefined && this.#waiting.timers > 0;
  }

  async run(invocation: Invocation): Promise<Outcome> {
    const logs = openLogs(invocation);
    const ended = new Promise<Result>((resolve) => {
      this.#occupied = { invocation, logs, end: resolve };
    });
    this.#worker.ref();
    await this.#ready;
    const end = openOutcome(logs.lines);
    const deadlines = this.#setDeadlines(invocation);
    this.#tell({ kind: 'run', invocation });
    const result = await ended;
    deadlines.clear();
    this.#worker.unref();
    return end(result);
  }

  /** What it was at is cut short, and nobody hears of it. */
  async close(): Promise<void> {
    this.gone = true;
    this.#occupied = undefined;
    await this.#worker.terminate();
  }

  /** One of site time, and one of real time for a function that never yields while the site's stands still. */
  #setDeadlines(invocation: Invocation): { clear(): void } {
    const { clock } = this.#options;
    const late = (): void => this.#kill(failure(new FunctionTimedOut(invocation)));
    const wait = invocation.timeoutSeconds * 1_000;
    const site = clock.setTimeout(late, wait);
    const real = setTimeout(late, wait);
    return {
      clear() {
        clock.clearTimeout(site);
        clearTimeout(real);
      },
    };
  }

  #hear(message: FromWorker): void {
    this.deeds += 1;
    if (message.kind === 'ready') this.#isReady();
    if (!this.#occupied) return;
    if (message.kind === 'waiting') this.#rest(message);
    else if (message.kind === 'call') this.#answer(this.#occupied.invocation, message);
    else if (message.kind === 'timer') this.#arm(message);
    else if (message.kind === 'clear') this.#disarm(message.timer);
    else if (message.kind === 'log') this.#occupied.logs.add(message.line);
    else if (message.kind === 'done') this.#free(message.result);
  }

  #tell(message: ToWorker): void {
    if (this.gone) return;
    this.deeds += 1;
    this.#sent += 1;
    this.#waiting = undefined;
    this.#worker.postMessage(message);
  }

  /** A worker that has not yet heard everything is about to do something. */
  #rest({ heard, timers }: { readonly heard: number; readonly timers: number }): void {
    if (heard === this.#sent) this.#waiting = { timers };
  }

  #answer(invocation: Invocation, { call, destination, ask }: Extract<FromWorker, { kind: 'call' }>): void {
    this.#waiting = undefined;
    this.#options.call(invocation, destination, ask).then(
      (answer) => this.#tell({ kind: 'answer', call, answer: overTheWire(answer) }),
      (error: unknown) => {
        if (error instanceof FunctionHangs) this.hangs = true;
        else this.#kill(failure(error));
      },
    );
  }

  #arm({ timer, delay }: { readonly timer: number; readonly delay: number }): void {
    const ring = (): void => {
      this.#timers.delete(timer);
      this.#tell({ kind: 'ring', timer });
    };
    this.#timers.set(timer, this.#options.clock.setTimeout(ring, delay));
  }

  #disarm(timer: number): void {
    const id = this.#timers.get(timer);
    if (id !== undefined) this.#options.clock.clearTimeout(id);
    this.#timers.delete(timer);
  }

  #kill(result: Result): void {
    this.gone = true;
    this.#worker.terminate().then(
      () => undefined,
      () => undefined,
    );
    this.#free(result);
  }

  #leave(result: Result): void {
    this.gone = true;
    this.#isReady();
    this.#free(result);
  }

  #free(result: Result): void {
    for (const timer of [...this.#timers.keys()]) this.#disarm(timer);
    const occupied = this.#occupied;
    this.#occupied = undefined;
    this.#waiting = undefined;
    occupied?.end(result);
  }
}
