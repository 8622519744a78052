import { goTo } from '../ui/routing';

/** Where the app wants to go: an address, or a place of the product. */
export interface Destination {
  readonly url?: string;
  readonly type?: 'same-tab' | 'new-tab';
  readonly target?: string;
  readonly issueKey?: string;
  readonly projectKey?: string;
}

const places: Readonly<Record<string, (to: Destination) => string | undefined>> = {
  issue: ({ issueKey }) => issueKey && `/browse/${issueKey}`,
  project: ({ projectKey }) => projectKey && `/issues?project=${projectKey}`,
};

/** The full address of a destination; throws for a place that the site does not have. */
export function addressOf(to: Destination): string {
  const path = to.url ?? places[to.target ?? '']?.(to);
  if (path === undefined) throw new Error(`The dev site does not simulate the target "${to.target}".`);
  return new URL(path, window.location.origin).href;
}

/** Goes there; another site only when the person agrees. */
export function visit(to: Destination): void {
  const { href, origin, pathname, search } = new URL(addressOf(to));
  const own = origin === window.location.origin;
  if (!own && !window.confirm(`The app wants to open ${href}. Go there?`))
    throw new Error('The person did not want to go there.');
  if (to.type === 'new-tab') window.open(href, '_blank', 'noopener');
  else if (own) goTo(pathname + search);
  else window.location.assign(href);
}
