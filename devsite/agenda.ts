/**
 * What the site still has to do, and when: kept in the database, so that a stop loses nothing.
 * One job runs at a time, in order of (due, id).
 */
export interface Agenda {
  /** Names who carries out jobs of a kind. Registered once, when the site starts. */
  on<Payload>(kind: string, carryOut: (payload: Payload, job: Job) => Promise<void> | void): void;
  /** Enters a job; due in the past means now. Answers its id. */
  add(kind: string, due: number, payload: unknown): number;
  remove(id: number): void;
  /** When the next job falls due. */
  nextDue(): number | undefined;
  count(kind?: string): number;
  /** Carries out every job due at or before now, those entered meanwhile included. */
  settle(): Promise<void>;
  /** Moves a frozen clock to `at`, from job to job and timer to timer. */
  advanceTo(at: number): Promise<void>;
}

export interface Job {
  readonly id: number;
  readonly kind: string;
  readonly due: number;
}
