import type { Caller } from '../jira/jira';
import { NotSimulated } from '../simulators/simulator';
import type { Site } from '../site';
import { type Sent, textOf, unfit } from './sent';

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
  if (call.isMultipartFormData) return refused('files sent by a page of the app');
  const { method = 'GET', body, headers = [] } = call.fetchRequestInit ?? {};
  const ask = { method, path: call.restPath, headers: Object.fromEntries(headers), ...(body && { body }) };
  const answer = await site.askJira(caller, ask);
  return {
    status: answer.status,
    statusText: '',
    headers: { 'content-type': 'application/json;charset=UTF-8', ...answer.headers },
    body: answer.body === undefined ? '' : JSON.stringify(answer.body),
  };
}

function refused(what: string): ProductAnswer {
  const { status, message } = new NotSimulated(what);
  return { status, statusText: '', headers: {}, body: JSON.stringify({ errorMessages: [message] }) };
}
