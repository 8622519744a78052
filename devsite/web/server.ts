import { join } from 'node:path';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Site } from '../site';
import { appResources } from './app-resources';
import { bridgeRoutes } from './bridge-routes';
import { openClockMover } from './clock-mover';
import { installationRoutes } from './installation-routes';
import { jiraRoutes } from './jira-routes';
import { type Answering, type Listening, listen } from './listening';
import { pageFiles } from './page-files';
import { platformRoutes } from './platform-routes';
import { fromOwnPages, type Person, type SignedIn, sessionRoutes, signedIn } from './session';
import { openSurfaces } from './surfaces';
import { webTriggerRoutes } from './web-trigger-routes';

export interface WebOptions {
  readonly site: Site;
  /** Folder of the app: its manifest.yml and the resources that it names. */
  readonly appDirectory: string;
  /** Who may sign in. */
  readonly people: readonly Person[];
  /** Of the site's pages; the next free one is taken when it is in use. 0 means any. */
  readonly port?: number;
  readonly host?: string;
}

export interface Web {
  /** Where the site's pages are. */
  readonly url: string;
  /** The other origin, which serves the app's own pages. */
  readonly appOrigin: string;
  /** True when the port asked for was taken by somebody else. */
  readonly moved: boolean;
  close(): Promise<void>;
}

const defaultPort = 8090;
const dist = join(__dirname, 'dist');
const starting: Answering = () => new Response('The site is starting.', { status: 503 });

/** Serves the site's pages on one origin and the app's on another. */
export async function startWeb(options: WebOptions): Promise<Web> {
  const { host = 'localhost', port = defaultPort } = options;
  const answering = { pages: starting, app: starting };
  const pages = await listen((request) => answering.pages(request), host, port);
  const app = await listen((request) => answering.app(request), host, port === 0 ? 0 : pages.port + 1);
  const origins = { url: `http://${host}:${pages.port}`, appOrigin: `http://${host}:${app.port}` };

  options.site.reachableAt(origins.url);
  answering.pages = siteOrigin({ ...options, ...origins }).fetch;
  answering.app = appOrigin({ ...options, ...origins }).fetch;
  return { ...origins, moved: port !== 0 && pages.port !== port, close: () => closeAll([pages, app]) };
}

type Furnishing = WebOptions & Pick<Web, 'url' | 'appOrigin'>;

function siteOrigin({ site, people, url, appOrigin }: Furnishing): Hono<SignedIn> {
  const surfaces = openSurfaces({ site, url, appOrigin });
  const routes = new Hono<SignedIn>();
  routes.onError((error, asked) =>
    asked.json({ message: error.message }, error instanceof HTTPException ? error.status : 500),
  );
  routes.route('/', webTriggerRoutes(site));
  routes.use(fromOwnPages);
  routes.route('/devsite/session', sessionRoutes(people));
  routes.use('/rest/*', signedIn(people));
  routes.use('/devsite/*', signedIn(people));
  routes.route('/rest', jiraRoutes(site));
  routes.route('/devsite/api/installation', installationRoutes(site));
  routes.route('/devsite/api', platformRoutes(site, openClockMover(site), people));
  routes.route('/devsite/bridge', bridgeRoutes(site, surfaces));
  routes.all('/devsite/*', (asked) => asked.json({ message: `There is no ${asked.req.path} here.` }, 404));
  routes.route('/', pageFiles(join(dist, 'pages')));
  return routes;
}

function appOrigin({ site: { manifest }, appDirectory, url }: Furnishing): Hono {
  return appResources({ appDirectory, manifest, pagesOrigin: url, bridgeDirectory: join(dist, 'bridge') });
}

async function closeAll(servers: readonly Listening[]): Promise<void> {
  await Promise.all(servers.map((server) => server.close()));
}
