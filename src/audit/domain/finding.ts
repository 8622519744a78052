import type { AuditEntry } from './entry';

/** Something wrong with an export: where, and what in a sentence. */
export interface Finding {
  readonly subject: string;
  readonly seq?: number;
  readonly field?: string;
  readonly says: string;
}

/** Entries by their subject, in order. */
export type Chains = ReadonlyMap<string, readonly AuditEntry[]>;
