import { type Context, Hono } from 'hono';
import { openStorageView } from '../platform/storage-view';
import { openWaitingView } from '../platform/waiting-view';
import type { Site } from '../site';
import { faultRoutes } from './fault-routes';
import { sentWith, textOf, unfit } from './sent';
import type { SignedIn } from './session';

type Opened = Pick<Site, 'database' | 'jira' | 'setLicensed' | 'installation' | 'manifest' | 'journal' | 'faults'>;

/** What a developer sees into and switches beside the clock: storage, what waits, the licence, the app's access. */
export function drawerRoutes(site: Opened): Hono<SignedIn> {
  const routes = new Hono<SignedIn>();
  const storage = openStorageView(site.database);
  const waiting = openWaitingView(site.database);
  const asked = ({ req }: Context, name: string): string => req.query(name) ?? '';

  routes.get('/storage', (asking) => asking.json({ spaces: storage.spaces() }));
  routes.get('/storage/values', (asking) =>
    asking.json(
      storage.page({ space: asked(asking, 'space'), prefix: asked(asking, 'prefix'), after: asked(asking, 'after') }),
    ),
  );
  routes.get('/waiting', (asking) =>
    asking.json({ queues: waiting.queues(), jobs: waiting.jobs(), events: waiting.events() }),
  );
  routes.get('/latest', (asking) => asking.json(latest(site, Number(asked(asking, 'after')))));
  routes.route('/faults', faultRoutes(site));
  routes.route('/licence', licenceRoutes(site));
  routes.route('/app-access', accessRoutes(site));
  return routes;
}

const MOST_LATEST = 20;

/** What was invoked after an invocation, without logs; where none is named, only how far it has come. */
function latest({ journal }: Opened, after: number) {
  const found = after > 0 ? journal.since(after, MOST_LATEST) : journal.recent(1);
  const last = found[0]?.id ?? after;
  return { last, calls: after > 0 ? found.map(({ logs, ...call }) => call) : [] };
}

function licenceRoutes({ manifest, installation, setLicensed }: Opened): Hono<SignedIn> {
  const routes = new Hono<SignedIn>();
  const told = () => ({
    isAsked: manifest.app.licensing?.enabled === true,
    isActive: installation.license?.active !== false,
  });
  routes.get('/', (asking) => asking.json(told()));
  routes.put('/', async (asking) => {
    const { isActive } = await sentWith(asking);
    if (typeof isActive !== 'boolean') throw unfit('"isActive" must be true or false.');
    setLicensed(isActive);
    return asking.json(told());
  });
  return routes;
}

function accessRoutes({ database, jira }: Opened): Hono<SignedIn> {
  const routes = new Hono<SignedIn>();
  const known = database.sql(
    "SELECT key, name, blocks_app = 1 AS isBlocked FROM jira_project WHERE state = 'live' ORDER BY name",
  );
  const told = () => ({
    projects: known
      .all<{ key: string; name: string; isBlocked: number }>()
      .map((project) => ({ ...project, isBlocked: project.isBlocked === 1 })),
  });
  routes.get('/', (asking) => asking.json(told()));
  routes.put('/', async (asking) => {
    const sent = await sentWith(asking);
    if (typeof sent.isBlocked !== 'boolean') throw unfit('"isBlocked" must be true or false.');
    jira.setAppAccess(textOf(sent, 'projectKey'), !sent.isBlocked);
    return asking.json(told());
  });
  return routes;
}
