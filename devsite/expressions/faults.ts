/** An expression that cannot be read: what is wrong and where, lines from 1, columns from 0. */
export class SyntaxFault extends Error {
  override readonly name = 'SyntaxFault';
  readonly kind = 'syntax';
  readonly line: number;
  readonly column: number;

  constructor(message: string, { line, column }: { readonly line: number; readonly column: number }) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

/** An expression that is read well and breaks a limit that is no matter of syntax. */
export class LimitFault extends Error {
  override readonly name = 'LimitFault';
  readonly kind = 'other';
}

/** An expression that fails while it is evaluated; it can be caught by `try` within the expression. */
export class EvaluationFault extends Error {
  override readonly name = 'EvaluationFault';
  readonly kind = 'type';
  /** The part of the expression that failed, as written. */
  readonly location: string;

  constructor(message: string, location: string) {
    super(message);
    this.location = location;
  }
}

/** Everything an expression may be refused with. */
export type Fault = SyntaxFault | LimitFault | EvaluationFault;

export const isFault = (error: unknown): error is Fault =>
  error instanceof SyntaxFault || error instanceof LimitFault || error instanceof EvaluationFault;
