import { Hono, type MiddlewareHandler } from 'hono';
import type { Site } from '../site';
import type { SignedIn } from './session';
import { holds } from './standing';

/** Taking the app off the site and installing it again, as administrators of Jira may. */
export function installationRoutes(site: Pick<Site, 'jira' | 'uninstall' | 'install'>): Hono<SignedIn> {
  const routes = new Hono<SignedIn>();
  routes.use(administrators(site));
  routes.post('/uninstall', async (asked) =>
    site.uninstall().then(
      (farewells) => asked.json({ farewells }),
      (error: Error) => asked.json({ message: error.message }, 409),
    ),
  );
  routes.post('/install', async (asked) =>
    site.install(asked.get('accountId')).then(
      () => asked.json({}),
      (error: Error) => asked.json({ message: error.message }, 409),
    ),
  );
  return routes;
}

const administrators =
  ({ jira }: Pick<Site, 'jira'>): MiddlewareHandler<SignedIn> =>
  async (asked, next) =>
    holds(jira.as(asked.get('accountId')), 'ADMINISTER')
      ? next()
      : asked.json({ message: 'Only an administrator of Jira may do this.' }, 403);
