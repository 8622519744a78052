import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';

/** What a request brought, by name. */
export type Sent = Readonly<Record<string, unknown>>;

/** The JSON object that a request brought; anything else is refused with 400. */
export async function sentWith({ req }: Context): Promise<Sent> {
  const text = await req.text();
  const sent = parsed(text);
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) throw unfit('The body must be a JSON object.');
  return sent as Sent;
}

/** The text that was sent under a name; anything else is refused with 400. */
export function textOf(sent: Sent, name: string): string {
  const value = Object.hasOwn(sent, name) ? sent[name] : undefined;
  if (typeof value !== 'string' || value === '') throw unfit(`"${name}" must be a text.`);
  return value;
}

/** A refusal of what was sent, in a sentence. */
export const unfit = (message: string): HTTPException => new HTTPException(400, { message });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unfit('The body is not JSON.');
  }
}
