/** A row of an export, as far as it tells of the audit. */
export interface ExportedRow {
  readonly part: string;
  readonly key: string;
  readonly value?: unknown;
  /** Of a record: whose chain it ends, and where: `seq:hash`. */
  readonly subject?: string | undefined;
  readonly trail?: string | undefined;
}

/** The part under which an export has the entries of all chains. */
export const auditPart = 'audit';

/** The row that says when an export began. */
export const beganPart = 'export';
