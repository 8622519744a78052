import { type Context, Hono } from 'hono';
import type { Site } from '../site';
import { productAnswer, productCallOf } from './product-call';
import { type Sent, sentWith, textOf } from './sent';
import type { SignedIn } from './session';
import type { Place, Surfaces } from './surfaces';
import { userContext } from './user-context';

/** What a module's page reaches through the bridge: its functions, its context, the product. */
export function bridgeRoutes(site: Site, surfaces: Surfaces): Hono<SignedIn> {
  const routes = new Hono<SignedIn>();

  routes.get('/panels', (asked) => asked.json({ panels: surfaces.panels() }));

  routes.post('/invoke', async (asked) => {
    const sent = await sentWith(asked);
    const place = placeOf(sent);
    const functionKey = textOf(sent, 'functionKey');
    const accountId = asked.get('accountId');
    const extension = surfaces.extension(place, accountId);
    if (!extension) return nowhere(asked);
    const { moduleKey } = place;
    const call = { moduleKey, functionKey, payload: sent.payload, accountId, extension };
    const value = await site.invoke(call).catch(refusalOf);
    if (value instanceof Error) return asked.json({ failed: value.message });
    return asked.json({ value });
  });

  routes.post('/context', async (asked) => {
    const place = placeOf(await sentWith(asked));
    const accountId = asked.get('accountId');
    const extension = surfaces.extension(place, accountId);
    if (!extension) return nowhere(asked);
    return asked.json(
      userContext(site, { accountId, extension, moduleKey: place.moduleKey, siteUrl: originOf(asked) }),
    );
  });

  routes.post('/product', async (asked) => {
    const call = productCallOf(await sentWith(asked));
    const scopes = site.manifest.permissions?.scopes ?? [];
    const caller = { kind: 'person', accountId: asked.get('accountId'), scopes } as const;
    return asked.json(productAnswer(site.jira, caller, call));
  });

  return routes;
}

const placeOf = (sent: Sent): Place => ({
  moduleKey: textOf(sent, 'moduleKey'),
  issueKey: textOf(sent, 'issueKey'),
});

const refusalOf = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

const originOf = (asked: Context<SignedIn>): string => new URL(asked.req.url).origin;

const nowhere = (asked: Context<SignedIn>) =>
  asked.json({ message: 'There is no such module here, or you may not see the issue.' }, 404);
