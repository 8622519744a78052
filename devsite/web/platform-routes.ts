import { Hono } from 'hono';
import type { Mail } from '../jira/jira';
import type { Manifest } from '../manifest';
import type { Site } from '../site';
import { billed } from './billed';
import type { ClockMover } from './clock-mover';
import type { Person, SignedIn } from './session';

const invocationsShown = 200;

/** The platform as a developer looks at it: clock, functions, timers, bill, mails, scopes. */
export function platformRoutes(site: Site, mover: ClockMover, people: readonly Person[]): Hono<SignedIn> {
  const routes = new Hono<SignedIn>();
  routes.route('/clock', clockRoutes(site, mover));
  routes.get('/mailbox', (asked) => asked.json({ mails: site.jira.mailbox().map((mail) => addressed(mail, people)) }));
  routes.get('/functions', (asked) =>
    asked.json({ functions: functionsOf(site.manifest), recent: site.journal.recent(invocationsShown) }),
  );
  routes.get('/health', (asked) => asked.json({ modules: site.health(), failedForGood: site.failedForGood() }));
  routes.get('/bill', (asked) => asked.json({ ...billed(site.bill.lines()), pointsThisHour: site.points.spent() }));
  routes.get('/scopes', (asked) => asked.json({ scopes: site.manifest.permissions?.scopes ?? [] }));
  return routes;
}

function clockRoutes({ clock }: Site, mover: ClockMover): Hono<SignedIn> {
  const routes = new Hono<SignedIn>();
  const standing = () => ({ now: clock.now(), frozen: clock.frozen, move: mover.move() });
  const moving = () => mover.move()?.failed === undefined && mover.move() !== undefined;

  routes.get('/', (asked) => asked.json(standing()));
  routes.post('/run', (asked) => {
    if (!moving()) clock.run();
    return asked.json(standing());
  });
  routes.post('/freeze', (asked) => {
    if (!moving()) clock.freeze();
    return asked.json(standing());
  });
  routes.post('/stop', (asked) => {
    mover.stop();
    return asked.json(standing());
  });
  routes.post('/move', async (asked) => {
    const { to, by } = await asked.req.json<{ to?: number; by?: number }>();
    const started = mover.start(to ?? clock.now() + (by ?? 0));
    return asked.json(standing(), started ? 202 : 409);
  });
  return routes;
}

/** A mail to people by their names. */
const addressed = (mail: Mail, people: readonly Person[]) => ({
  ...mail,
  to: mail.to.map((account) => people.find(({ accountId }) => accountId === account)?.displayName ?? account),
});

const functionsOf = (manifest: Manifest) =>
  (manifest.modules.function ?? []).map(({ key, handler }) => ({ key, handler: String(handler) }));
