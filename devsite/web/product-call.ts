import type { Caller } from '../jira/jira';
import { type Ask, NotSimulated } from '../simulators/simulator';
import type { Site } from '../site';
import { type Sent, textOf, unfit } from './sent';
import { formOf } from './sent-form';

/** What `requestJira` and its like hand to the bridge. */
export interface ProductCall {
  readonly product: string;
  readonly restPath: string;
  readonly fetchRequestInit?: {
    readonly method?: string;
    readonly body?: string | null;
    readonly headers?: readonly (readonly [name: string, value: string])[];
  };
  readonly isMultipartFormData?: boolean;
}

/** What the bridge makes a `Response` of. */
export interface ProductAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body is in Base64, and no text. */
  readonly isAttachment?: true;
}

/** The call that was sent; refused with 400 when it is none. */
export function productCallOf(sent: Sent): ProductCall {
  const { fetchRequestInit: init = {}, isMultipartFormData = false } = sent;
  if (!isInit(init)) throw unfit('"fetchRequestInit" must name a method, headers in pairs and a body that is a text.');
  return {
    product: textOf(sent, 'product'),
    restPath: textOf(sent, 'restPath'),
    fetchRequestInit: init,
    isMultipartFormData: isMultipartFormData === true,
  };
}

type Init = NonNullable<ProductCall['fetchRequestInit']>;

function isInit(init: unknown): init is Init {
  if (typeof init !== 'object' || init === null) return false;
  const { method = 'GET', headers = [], body } = init as Record<keyof Init, unknown>;
  return typeof method === 'string' && Array.isArray(headers) && headers.every(Array.isArray) && isBody(body);
}

const isBody = (body: unknown): boolean => body === undefined || body === null || typeof body === 'string';

/** Asks a product as the person who looks at the app's page, within the app's scopes. */
export async function productAnswer(
  site: Pick<Site, 'askJira'>,
  caller: Caller,
  call: ProductCall,
): Promise<ProductAnswer> {
  if (call.product !== 'jira') return refused(`the product "${call.product}"`);
  const answer = await site.askJira(caller, await askOf(call));
  if (answer.bytes) return withBytes(answer.status, answer.headers ?? {}, answer.bytes);
  return {
    status: answer.status,
    statusText: '',
    headers: { 'content-type': 'application/json;charset=UTF-8', ...answer.headers },
    body: answer.body === undefined ? '' : JSON.stringify(answer.body),
  };
}

async function askOf({ restPath: path, fetchRequestInit, isMultipartFormData }: ProductCall): Promise<Ask> {
  const { method = 'GET', body, headers: pairs = [] } = fetchRequestInit ?? {};
  const headers = Object.fromEntries(pairs);
  if (isMultipartFormData && body) return { method, path, ...(await formOf(body, headers)) };
  return { method, path, headers, ...(body && { body }) };
}

function withBytes(status: number, headers: Readonly<Record<string, string>>, bytes: Uint8Array): ProductAnswer {
  return { status, statusText: '', headers, body: Buffer.from(bytes).toString('base64'), isAttachment: true };
}

function refused(what: string): ProductAnswer {
  const { status, message } = new NotSimulated(what);
  return { status, statusText: '', headers: {}, body: JSON.stringify({ errorMessages: [message] }) };
}
