import { withQuotesIsolated } from './isolated';

/** What a call of the site came to when it was refused, in the site's own words. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  /** By field, where the refusal names fields. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(status: number, message: string, fields: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.fields = fields;
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Calls the site and answers the body; throws `Refused` on anything but 2xx. */
async function ask<Body>(method: Method, path: string, sent?: unknown): Promise<Body> {
  const response = await fetch(path, {
    method,
    ...(sent !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) }),
  });
  const text = await response.text();
  const body = text ? JSON.parse(text) : undefined;
  if (!response.ok) throw refusal(response.status, body);
  return body as Body;
}

interface RefusalBody {
  readonly message?: string;
  readonly errorMessages?: readonly string[];
  readonly errors?: Readonly<Record<string, string>>;
}

/** A refusal in the words of its body. */
export function refusal(status: number, { message, errorMessages = [], errors = {} }: RefusalBody = {}): Refused {
  const words = [message, ...errorMessages, ...Object.values(errors)].filter(Boolean).join(' ');
  return new Refused(status, withQuotesIsolated(words) || `The site answered ${status}.`, errors);
}

/** Calls Jira's REST API as the person who signed in. */
export const jira = <Body>(method: Method, path: string, sent?: unknown): Promise<Body> =>
  ask<Body>(method, `/rest/api/3${path}`, sent);

/** Calls what the dev site adds to Jira. */
export const devsite = <Body>(method: Method, path: string, sent?: unknown): Promise<Body> =>
  ask<Body>(method, `/devsite${path}`, sent);
