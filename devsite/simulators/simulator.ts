/** Where a request is bound, as Forge's own packages put it. */
export interface Destination {
  readonly type: string;
  readonly provider?: 'app' | 'user' | 'none';
  readonly remote?: string;
  readonly accountId?: string;
  readonly contextAri?: string;
}

/** A request as it leaves a function, the bridge or a test. */
export interface Ask {
  readonly method: string;
  /** Path and query, percent-encoded. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A JSON text, as it goes over the wire. */
  readonly body?: string;
  /** What goes over the wire where that is no text. */
  readonly bytes?: Uint8Array;
}

/** What the cloud answers; `body` is JSON still to be written, absent for an empty answer. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The body where it is written already. */
  readonly text?: string;
  /** In place of `body`: what is no JSON. */
  readonly bytes?: Uint8Array;
}

/** A refusal of the platform, thrown anywhere behind the gateway and answered by it. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';
  readonly status: number;
  readonly code: string;
  readonly context: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, message: string, context: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.context = context;
  }
}

/** What the site does not simulate says so: 501, with its name. */
export class NotSimulated extends PlatformError {
  constructor(what: string) {
    super(501, 'NOT_SIMULATED', `The dev site does not simulate ${what}.`);
  }
}
