import type { Result } from '../kernel/result';
import type { Choices } from './domain/choices';
import type { SiteReading } from './domain/reading';
import type { Remembered } from './domain/remembered';
import type { Removal } from './domain/removal';
import type { Step } from './domain/step';

/** A write that Jira did not take, with its words. */
export interface RefusedByJira {
  readonly status: number;
  readonly words: string;
}

/** Jira's configuration, read and written as the admin who asks. */
export interface SiteAdmin {
  /** The site, as far as these choices, and what is remembered of it, may concern it. */
  read(choices: Choices, remembered?: Pick<Remembered, 'things'>): Promise<SiteReading>;
  /** A site just read, with what a write touched read again. */
  readAgain(before: SiteReading, step: Step): Promise<SiteReading>;
  carryOut(step: Step): Promise<Result<null, RefusedByJira>>;
  /** How many issues use something the app made; 0: none that the app or the admin can see. */
  uses(removal: Removal): Promise<number | 'unknown'>;
  remove(removal: Removal): Promise<Result<null, RefusedByJira>>;
}
