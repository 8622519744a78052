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

/** Entries that a chain lacks; both numbers included. */
export const isMissing = (subject: string, from: number, to: number): Finding => ({
  subject,
  seq: from,
  says: from === to ? `Entry ${from} of ${subject} is missing.` : `Entries ${from} to ${to} of ${subject} are missing.`,
});
