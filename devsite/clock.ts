/** Whoever waits on the site's clock: real pace, or frozen and moved by hand. */
export interface SiteClock {
  /** Epoch milliseconds of site time. */
  now(): number;
  readonly frozen: boolean;
  /** Lets site time run at real pace. */
  run(): void;
  /** Stops site time where it is. */
  freeze(): void;
  /** Sets site time forward to `at`; never back. Fires the timers that fall due on the way, in order. */
  moveTo(at: number): void;
  setTimeout(callback: () => void, delay: number): number;
  clearTimeout(id: number): void;
  /** When the next timer falls due; undefined when none is set. */
  nextTimer(): number | undefined;
  close(): void;
}

/** What the opener of a clock may do besides. */
export interface PacedClock extends SiteClock {
  /** Tells whenever the clock begins to run or freezes; answers how to stop listening. */
  onPace(tell: () => void): () => void;
  /** Memory from which `sharedNow` reads this clock in another thread. */
  readonly shared: SharedArrayBuffer;
  readonly closed: boolean;
}

/** Where real time comes from. */
export interface RealTime {
  now(): number;
  setTimeout(callback: () => void, delay: number): unknown;
  clearTimeout(timer: unknown): void;
}

export interface ClockOptions {
  /** Epoch milliseconds of site time. */
  readonly start: number;
  readonly pace: 'real' | 'frozen';
  readonly real?: RealTime;
}

interface Timer {
  readonly id: number;
  readonly due: number;
  readonly callback: () => void;
}

/** Site time at an instant of real time; it stands when `running` is 0. */
interface Reading {
  readonly site: number;
  readonly real: number;
  readonly running: 0 | 1;
}

/** The longest wait that Node's timers know. */
const longestWait = 2 ** 31 - 1;

const realTime: RealTime = {
  now: () => performance.timeOrigin + performance.now(),
  setTimeout: (callback, delay) => setTimeout(callback, delay),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

export const openClock = (options: ClockOptions): PacedClock => new MovableClock(options);

class MovableClock implements PacedClock {
  readonly shared = new SharedArrayBuffer(3 * Float64Array.BYTES_PER_ELEMENT);
  readonly #real: RealTime;
  readonly #timers = openTimers();
  readonly #listeners = new Set<() => void>();
  closed = false;
  #reading: Reading;
  #wake: unknown;

  constructor({ start, pace, real = realTime }: ClockOptions) {
    this.#real = real;
    this.#reading = keep(this.shared, { site: start, real: real.now(), running: pace === 'real' ? 1 : 0 });
  }

  get frozen(): boolean {
    return this.#reading.running === 0;
  }

  now(): number {
    return timeOf(this.#reading, this.#real.now());
  }

  run(): void {
    this.#pass(1);
  }

  freeze(): void {
    this.#pass(0);
  }

  moveTo(at: number): void {
    this.#fireUntil(at);
    if (at > this.now()) this.#set(at, this.#reading.running);
    this.#rearm();
  }

  setTimeout(callback: () => void, delay: number): number {
    const timer = this.#timers.add(this.now() + Math.max(Math.trunc(delay) || 0, 0), callback);
    if (this.#timers.first() === timer) this.#rearm();
    return timer.id;
  }

  clearTimeout(id: number): void {
    this.#timers.remove(id);
  }

  nextTimer(): number | undefined {
    return this.#timers.first()?.due;
  }

  onPace(tell: () => void): () => void {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  }

  close(): void {
    this.closed = true;
    this.#timers.clear();
    this.#pass(0);
    this.#listeners.clear();
  }

  #pass(running: 0 | 1): void {
    if (this.#reading.running === running) return;
    this.#set(this.now(), running);
    this.#rearm();
    for (const tell of [...this.#listeners]) tell();
  }

  #set(site: number, running: 0 | 1): void {
    this.#reading = keep(this.shared, { site, real: this.#real.now(), running });
  }

  #fireUntil(at: number): void {
    for (let timer = this.#timers.first(); timer && timer.due <= at; timer = this.#timers.first()) {
      this.#timers.remove(timer.id);
      if (timer.due > this.now()) this.#set(timer.due, this.#reading.running);
      timer.callback();
    }
  }

  #rearm(): void {
    this.#real.clearTimeout(this.#wake);
    const next = this.#timers.first();
    if (this.frozen || !next) return;
    const wait = Math.min(Math.max(next.due - this.now(), 0), longestWait);
    this.#wake = this.#real.setTimeout(() => this.moveTo(this.now()), wait);
  }
}

/** Site time, read in a thread that was handed a clock's `shared` memory. */
export function sharedNow(shared: SharedArrayBuffer): number {
  const [site = 0, real = 0, running] = new Float64Array(shared);
  return timeOf({ site, real, running: running === 1 ? 1 : 0 }, realTime.now());
}

const timeOf = ({ site, real, running }: Reading, realNow: number): number =>
  running ? Math.floor(site + Math.max(realNow - real, 0)) : site;

function keep(shared: SharedArrayBuffer, reading: Reading): Reading {
  new Float64Array(shared).set([reading.site, reading.real, reading.running]);
  return reading;
}

/** Timers in order of (due, id); few at any time. */
function openTimers() {
  let waiting: Timer[] = [];
  let count = 0;
  return {
    first: (): Timer | undefined => waiting[0],
    add(due: number, callback: () => void): Timer {
      count += 1;
      const timer = { id: count, due, callback };
      const place = waiting.findLastIndex((other) => other.due <= due) + 1;
      waiting.splice(place, 0, timer);
      return timer;
    },
    remove(id: number): void {
      const place = waiting.findIndex((timer) => timer.id === id);
      if (place >= 0) waiting.splice(place, 1);
    },
    clear(): void {
      waiting = [];
    },
  };
}
