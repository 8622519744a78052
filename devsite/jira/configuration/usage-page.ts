import type { Json } from '../json';
import type { Points } from '../points';
import { type Refusal, refuse } from '../refusal';
import type { Call } from '../route';

/** Most things on a page, of Jira's published description. */
const MOST = 200;
const USUAL = 50;

const strangeToken = (): Refusal => refuse(400, 'Invalid format of nextPageToken');

function startOf(token: string | undefined): number {
  if (token === undefined || token === '') return 0;
  const text = Buffer.from(token, 'base64url').toString();
  if (!/^o:\d{1,9}$/.test(text)) throw strangeToken();
  return Number(text.slice(2));
}

/** The parameters of a page of usages. */
export const asUsagePage = { nextPageToken: 'text', maxResults: 'integer' } as const;

/** Ids by the page, each once, as the calls that ask who uses a thing answer them. */
export function usagePage({ query }: Call, ids: readonly (number | string)[]): Json {
  const start = startOf(query.text('nextPageToken'));
  const size = query.integer('maxResults', USUAL);
  if (size < 1 || size > MOST) throw refuse(400, `maxResults must be between 1 and ${MOST}.`);
  const all = [...new Set(ids)];
  const end = start + size;
  const values = all.slice(start, end).map((id) => ({ id: String(id) }));
  return { ...(end < all.length && { nextPageToken: Buffer.from(`o:${end}`).toString('base64url') }), values };
}

/** A call and each thing on its page. */
export const readUsages = (name: string): Points => ({
  base: 1,
  objects: (body: Readonly<Record<string, { readonly values: readonly unknown[] }>>) => body[name]?.values.length ?? 0,
});
