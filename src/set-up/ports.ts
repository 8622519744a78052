import type { Result } from '../kernel/result';
import type { SiteReading } from './domain/reading';
import type { Removal } from './domain/removal';
import type { SitePart, Step } from './domain/step';

/** A write that Jira did not take, with its words. */
export interface RefusedByJira {
  readonly status: number;
  readonly words: string;
}

/** Jira's configuration, read and written as the admin who asks. */
export interface SiteAdmin {
  /** The whole site, or again what a step touched of a site just read. */
  read(again?: { readonly before: SiteReading; readonly touched: SitePart }): Promise<SiteReading>;
  carryOut(step: Step): Promise<Result<null, RefusedByJira>>;
  /** How many issues, values or projects use something the app made; 0: nobody. */
  uses(removal: Removal): Promise<number>;
  remove(removal: Removal): Promise<Result<null, RefusedByJira>>;
}
