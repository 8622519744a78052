import { type Context, Hono } from 'hono';
import type { Site } from '../site';
import { placeOf } from './place';
import { productAnswer, productCallOf } from './product-call';
import { type Sent, sentWith, textOf } from './sent';
import type { SignedIn } from './session';
import type { Surfaces } from './surfaces';
import { userContext } from './user-context';

/** What a module's page reaches through the bridge: its functions, its context, the product. */
export function bridgeRoutes(site: Site, surfaces: Surfaces): Hono<SignedIn> {
  const routes = new Hono<SignedIn>();

  routes.get('/app', (asked) => asked.json(surfaces.app(asked.get('accountId'))));

  routes.post(
    '/invoke',
    standing(surfaces, async (asked, { sent, ...at }) => {
      const call = { ...at, functionKey: textOf(sent, 'functionKey'), payload: sent.payload };
      const ended = await site.invoke(call).then((value) => ({ value }), failed);
      return asked.json({ ...ended, metadata: rateAsked(sent) ? rateOf(site, at.accountId) : {} });
    }),
  );

  routes.post(
    '/context',
    standing(surfaces, async (asked, { sent: _sent, ...at }) =>
      asked.json(userContext(site, { ...at, siteUrl: new URL(asked.req.url).origin })),
    ),
  );

  routes.post(
    '/dynamic-properties',
    standing(surfaces, async (asked, { sent: _sent, ...at }) =>
      asked.json(await site.dynamicProperties(at).then((properties) => ({ properties }), failed)),
    ),
  );

  routes.post('/product', async (asked) => {
    const call = productCallOf(await sentWith(asked));
    const scopes = site.manifest.permissions?.scopes ?? [];
    const caller = { kind: 'person', accountId: asked.get('accountId'), scopes } as const;
    return asked.json(await productAnswer(site, caller, call));
  });

  return routes;
}

/** Who asks, from where. */
interface Standing {
  readonly sent: Sent;
  readonly moduleKey: string;
  readonly accountId: string;
  readonly extension: Readonly<Record<string, unknown>>;
}

type Asked = Context<SignedIn>;

/** Lets nobody pass who may not be where the module stands. */
const standing =
  (surfaces: Surfaces, answer: (asked: Asked, at: Standing) => Promise<Response>) =>
  async (asked: Asked): Promise<Response> => {
    const sent = await sentWith(asked);
    const place = placeOf(sent);
    const accountId = asked.get('accountId');
    const extension = surfaces.extension(place, accountId);
    if (extension) return answer(asked, { sent, moduleKey: place.moduleKey, accountId, extension });
    return asked.json({ message: 'There is no such module here, or you may not be where it stands.' }, 404);
  };

const rateAsked = ({ metadata }: Sent): boolean =>
  (metadata as { readonly rateLimitProperties?: unknown } | undefined)?.rateLimitProperties === true;

const rateOf = (site: Site, accountId: string) => ({ rateLimitProperties: site.invocationRate(accountId) });

const failed = (error: unknown) => ({ failed: error instanceof Error ? error.message : String(error) });
