import { refuse } from '../refusal';

/** Page tokens expire after seven days, as Jira's description says. */
const lifetime = 7 * 24 * 3_600_000;

/** Where a page ended: the values it was ordered by, the id last. */
export type Place = readonly (string | number)[];

interface Token {
  readonly jql: string;
  readonly after: Place;
  readonly at: number;
}

export const tokenFor = (token: Token): string => Buffer.from(JSON.stringify(token)).toString('base64url');

/** Reads a token back; refuses one that is none, has expired or belongs to another query. */
export function placeIn(text: string, jql: string, now: number): Place {
  const token = read(text);
  if (token?.jql !== jql || now - token.at > lifetime)
    throw refuse(400, 'The provided next page token is invalid or expired.');
  return token.after;
}

function read(text: string): Token | undefined {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Token;
  } catch {
    return undefined;
  }
}
