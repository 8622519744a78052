/** Jira says no; thrown anywhere in a route and answered as `{errorMessages, errors}`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly errorMessages: readonly string[];
  readonly errors: Readonly<Record<string, string>>;

  constructor(status: number, errorMessages: readonly string[], errors: Readonly<Record<string, string>> = {}) {
    super([...errorMessages, ...Object.values(errors)].join(' '));
    this.status = status;
    this.errorMessages = errorMessages;
    this.errors = errors;
  }
}

export const refuse = (status: number, message: string): Refusal => new Refusal(status, [message]);

export const refuseField = (field: string, message: string): Refusal => new Refusal(400, [], { [field]: message });

export const noSuchIssue = (): Refusal => refuse(404, 'Issue does not exist or you do not have permission to see it.');
