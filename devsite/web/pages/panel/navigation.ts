import { jira } from '../ui/ask';
import { goTo } from '../ui/routing';
import { type AddressedProject, addressOfModule } from './module-address';
import type { ShownApp } from './shown-app';

/** Where the app wants to go: an address, or a place of the product. */
export interface Destination {
  readonly url?: string;
  readonly type?: 'same-tab' | 'new-tab';
  readonly target?: string;
  readonly issueKey?: string;
  readonly projectKey?: string;
  readonly dashboardId?: string;
  readonly moduleKey?: string;
  /** What is added to a module's address. */
  readonly path?: string;
}

type Found = string | undefined;

const places: Readonly<Record<string, (to: Destination, app: ShownApp) => Found | Promise<Found>>> = {
  issue: ({ issueKey }) => issueKey && `/browse/${issueKey}`,
  dashboard: ({ dashboardId }) => dashboardId && `/jira/dashboards/${dashboardId}`,
  module: async ({ moduleKey, projectKey, path = '' }, app) => {
    const module = app.modules.find((each) => each.moduleKey === moduleKey);
    const within = projectKey && (await jira<AddressedProject>('GET', `/project/${projectKey}`));
    const address = module && addressOfModule(module, app, within || undefined);
    return address && address + path;
  },
};

/** The full address of a destination; throws for a place that the site does not have. */
export async function addressOf(to: Destination, app: ShownApp): Promise<string> {
  const path = to.url ?? (await places[to.target ?? '']?.(to, app));
  if (path === undefined) throw new Error(`The dev site does not simulate the target "${to.target}".`);
  return new URL(path, window.location.origin).href;
}

/** Goes there; to another site only when the person agrees, and in a new tab. */
export async function visit(to: Destination, app: ShownApp): Promise<void> {
  const { href, origin, pathname, search, hash } = new URL(await addressOf(to, app));
  const own = origin === window.location.origin;
  if (!own && !window.confirm(`The app wants to open ${href}. Go there?`))
    throw new Error('The person did not want to go there.');
  if (own && to.type !== 'new-tab') goTo(pathname + search + hash);
  else window.open(href, '_blank', 'noopener');
}
