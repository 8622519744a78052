import type { Agenda, Job } from './agenda';
import type { SiteDatabase } from './database';
import { type Patience, seeThrough, turn } from './see-through';
import { type StoredJob, type StoredJobs, storedJobs } from './stored-jobs';

export interface AgendaOptions extends Patience {
  readonly database: SiteDatabase;
  /** Told after each job was carried out and removed. */
  readonly carriedOut?: () => void;
  /** Told of a job that failed while the clock ran by itself; thrown to the process when absent. */
  readonly failed?: (error: unknown) => void;
}

type CarryOut = (payload: never, job: Job) => Promise<void> | void;

/** So many jobs are carried out before others in the process get a turn. */
const jobsPerTurn = 50;

/**
 * The site's agenda. A job is removed after it was carried out, so one that a stop or an error cut short is carried out
 * again. Once started, jobs fall due by themselves while the clock runs.
 */
export class SqliteAgenda implements Agenda {
  readonly #options: AgendaOptions;
  readonly #jobs: StoredJobs;
  readonly #ways = new Map<string, CarryOut>();
  /** What lets the others go on, by the jobs under way. */
  readonly #leaving = new Map<number, (until: number) => void>();
  /** What comes about when a job ends that the others were not to wait for. */
  readonly #away = new Map<number, Promise<void>>();
  #underWay: Promise<void> = Promise.resolve();
  #alarm: number | undefined;
  #awake = false;
  #closed = false;

  constructor(options: AgendaOptions) {
    this.#options = options;
    this.#jobs = storedJobs(options.database);
  }

  start(): void {
    this.#awake = true;
    this.#options.clock.onPace(() => this.#rearm());
    this.#rearm();
  }

  on<Payload>(kind: string, carryOut: (payload: Payload, job: Job) => Promise<void> | void): void {
    this.#ways.set(kind, carryOut);
  }

  add(kind: string, due: number, payload: unknown): number {
    const id = this.#jobs.add(kind, due, payload);
    if (!this.#options.clock.frozen) this.#rearm();
    return id;
  }

  remove(id: number): void {
    this.#jobs.remove(id);
  }

  nextDue(): number | undefined {
    return this.#jobs.first()?.due;
  }

  count(kind?: string): number {
    return this.#jobs.count(kind);
  }

  settle(): Promise<void> {
    return this.#inTurn(() => this.#carryOutDue());
  }

  advanceTo(at: number): Promise<void> {
    return this.#inTurn(() => this.#advance(at));
  }

  /** Lets the others go on while the function of a job waits for its end at `until` and does nothing more. */
  letGo(id: number, until: number): void {
    this.#leaving.get(id)?.(until);
  }

  /** Carries out the first of these that waits, while another job is under way; false when none does. */
  async interleave(ids: readonly number[]): Promise<boolean> {
    const id = ids.find((one) => !this.#leaving.has(one) && !this.#away.has(one));
    const job = id === undefined ? undefined : this.#jobs.find(id);
    if (job) await this.#carryOut(job);
    return job !== undefined;
  }

  /** Begins no further job; one under way may end within `grace` real milliseconds, or is begun anew next time. */
  async close(grace = 0): Promise<void> {
    this.#closed = true;
    this.#rearm();
    await within(grace, this.#underWay);
  }

  /** Jobs are carried out one at a time, so whoever asks waits for those before. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const mine = this.#underWay.then(work);
    this.#underWay = mine.then(
      () => this.#rearm(),
      () => undefined,
    );
    return mine;
  }

  async #carryOutDue(): Promise<void> {
    for (let done = 1; !this.#closed; done += 1) {
      const job = this.#jobs.first();
      if (!job || job.due > this.#options.clock.now()) return;
      await this.#carryOut(job);
      if (done % jobsPerTurn === 0) await turn();
    }
  }

  async #carryOut({ id, kind, due, payload }: StoredJob): Promise<void> {
    const away = this.#away.get(id);
    if (away !== undefined) return away;
    const way = this.#ways.get(kind);
    if (!way) throw new Error(`Nobody carries out jobs of kind ${kind}.`);
    const left = new Promise<number>((resolve) => this.#leaving.set(id, resolve));
    const work = way(JSON.parse(payload) as never, { id, kind, due });
    const until = work && (await this.#seenThrough(id, work, left));
    this.#leaving.delete(id);
    if (work && until !== undefined) this.#leave(id, until, work);
    else this.#end(id);
  }

  /** Answers until when the job is away, if the others are not to wait for it. */
  #seenThrough(id: number, work: Promise<void>, left: Promise<number>): Promise<number | undefined> {
    const end = Promise.race([work.then(() => undefined), left]);
    end.catch(() => this.#leaving.delete(id));
    return seeThrough(this.#options, end);
  }

  #leave(id: number, until: number, work: Promise<void>): void {
    this.#jobs.putOff(id, until);
    const end = work.then(() => this.#end(id)).finally(() => this.#away.delete(id));
    this.#away.set(id, end);
    end.catch((error: unknown) => this.#closed || (this.#options.failed ?? crash)(error));
  }

  #end(id: number): void {
    this.#jobs.remove(id);
    this.#options.carriedOut?.();
  }

  async #advance(at: number): Promise<void> {
    await this.#carryOutDue();
    for (let next = this.#nextStop(at); next < at && !this.#closed; next = this.#nextStop(at)) {
      await this.#moveTo(next);
      await this.#carryOutDue();
    }
    await this.#moveTo(at);
    await this.#carryOutDue();
  }

  #nextStop(at: number): number {
    return Math.min(this.nextDue() ?? at, this.#options.clock.nextTimer() ?? at, at);
  }

  /** What a timer wakes goes on before the next job is begun. */
  async #moveTo(at: number): Promise<void> {
    const { clock, idle } = this.#options;
    const wakes = (clock.nextTimer() ?? Number.POSITIVE_INFINITY) <= at;
    clock.moveTo(at);
    if (wakes) await idle();
  }

  #rearm(): void {
    const { clock } = this.#options;
    if (this.#alarm !== undefined) clock.clearTimeout(this.#alarm);
    const rests = !this.#awake || this.#closed || clock.frozen;
    const due = rests ? undefined : this.nextDue();
    this.#alarm = due === undefined ? undefined : clock.setTimeout(() => this.#ring(), due - clock.now());
  }

  #ring(): void {
    this.#alarm = undefined;
    const { failed = crash } = this.#options;
    this.settle().catch((error: unknown) => this.#closed || failed(error));
  }
}

/** Waits for the end of `work`, but for so many real milliseconds at most; leaves no timer behind. */
async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let patience: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    patience = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, over]).finally(() => clearTimeout(patience));
}

function crash(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
