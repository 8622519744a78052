import { Hono, type MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { sentWith, textOf } from './sent';

/** A seeded person who may sign in. */
export interface Person {
  readonly accountId: string;
  readonly displayName: string;
  /** What they are on this site, in words. */
  readonly roles: readonly string[];
}

export interface SignedIn {
  Variables: { accountId: string };
}

const cookie = 'devsite-person';

/** Who may sign in, who has, and the door. */
export function sessionRoutes(people: readonly Person[]): Hono<SignedIn> {
  const routes = new Hono<SignedIn>();
  routes.get('/', (asked) => asked.json({ people, person: personOf(people, getCookie(asked, cookie)) }));
  routes.post('/', async (asked) => {
    const accountId = textOf(await sentWith(asked), 'accountId');
    const person = personOf(people, accountId);
    if (!person) return asked.json({ message: `Nobody here has the account ${accountId}.` }, 404);
    setCookie(asked, cookie, person.accountId, { httpOnly: true, sameSite: 'Strict', path: '/' });
    return asked.json({ person });
  });
  routes.delete('/', (asked) => {
    deleteCookie(asked, cookie);
    return asked.json({});
  });
  return routes;
}

/** Lets nobody in who has not signed in. */
export function signedIn(people: readonly Person[]): MiddlewareHandler<SignedIn> {
  return async (asked, next) => {
    const person = personOf(people, getCookie(asked, cookie));
    if (!person) return asked.json({ message: 'Sign in first.' }, 401);
    asked.set('accountId', person.accountId);
    return next();
  };
}

/** Cookies of one host reach all its ports, so a page of the app's origin is told by what the browser says of it. */
export const fromOwnPages: MiddlewareHandler<SignedIn> = async (asked, next) => {
  const from = asked.req.header('sec-fetch-site') ?? 'none';
  const isPage = asked.req.header('sec-fetch-mode') === 'navigate';
  if (from !== 'same-origin' && from !== 'none' && !isPage) {
    return asked.json({ message: 'Only the site’s own pages may ask this.' }, 403);
  }
  return next();
};

const personOf = (people: readonly Person[], accountId: string | undefined): Person | undefined =>
  people.find((person) => person.accountId === accountId);
