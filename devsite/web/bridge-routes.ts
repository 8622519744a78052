import { type Context, Hono } from 'hono';
import type { Site } from '../site';
import { type ProductCall, productAnswer } from './product-call';
import type { SignedIn } from './session';
import type { Place, Surfaces } from './surfaces';
import { userContext } from './user-context';

interface InvokeCall extends Place {
  readonly functionKey: string;
  readonly payload?: unknown;
}

/** What a module's page reaches through the bridge: its functions, its context, the product. */
export function bridgeRoutes(site: Site, surfaces: Surfaces): Hono<SignedIn> {
  const routes = new Hono<SignedIn>();

  routes.get('/panels', (asked) => asked.json({ panels: surfaces.panels() }));

  routes.post('/invoke', async (asked) => {
    const { moduleKey, issueKey, functionKey, payload } = await asked.req.json<InvokeCall>();
    const accountId = asked.get('accountId');
    const extension = surfaces.extension({ moduleKey, issueKey }, accountId);
    if (!extension) return nowhere(asked);
    const value = await site.invoke({ moduleKey, functionKey, payload, accountId, extension }).catch(refusalOf);
    if (value instanceof Error) return asked.json({ failed: value.message });
    return asked.json({ value });
  });

  routes.post('/context', async (asked) => {
    const place = await asked.req.json<Place>();
    const accountId = asked.get('accountId');
    const extension = surfaces.extension(place, accountId);
    if (!extension) return nowhere(asked);
    return asked.json(
      userContext(site, { accountId, extension, moduleKey: place.moduleKey, siteUrl: originOf(asked) }),
    );
  });

  routes.post('/product', async (asked) => {
    const call = await asked.req.json<ProductCall>();
    const scopes = site.manifest.permissions?.scopes ?? [];
    const caller = { kind: 'person', accountId: asked.get('accountId'), scopes } as const;
    return asked.json(productAnswer(site.jira, caller, call));
  });

  return routes;
}

const refusalOf = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

const originOf = (asked: Context<SignedIn>): string => new URL(asked.req.url).origin;

const nowhere = (asked: Context<SignedIn>) =>
  asked.json({ message: 'There is no such module here, or you may not see the issue.' }, 404);
