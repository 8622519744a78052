/** What one call on the platform cost, and whose it was. */
export interface Charge {
  readonly functionKey: string;
  /** What led to the invocation: an event type, a schedule, a queue, an invoke. */
  readonly cause: string;
  /** The call itself: `GET /rest/api/3/issue/{issueIdOrKey}`, `kvs entity/query`, `run`. */
  readonly call: string;
  readonly points?: number;
  readonly kvsReadUnits?: number;
  readonly kvsWriteUnits?: number;
  readonly kvsReadBytes?: number;
  readonly kvsWriteBytes?: number;
  readonly gbSeconds?: number;
  readonly events?: number;
}

export interface BillLine extends Required<Charge> {
  readonly times: number;
}

/** What the real platform would bill and count. */
export interface Bill {
  charge(charge: Charge): void;
  /** Sums per (functionKey, cause, call). */
  lines(): readonly BillLine[];
  reset(): void;
}
