import { Hono } from 'hono';
import type { Mail } from '../jira/jira';
import type { Manifest } from '../manifest';
import type { Site } from '../site';
import { billed } from './billed';
import type { ClockMover } from './clock-mover';
import { drawerRoutes } from './drawer-routes';
import { type Sent, sentWith, unfit } from './sent';
import type { Person, SignedIn } from './session';

const invocationsShown = 200;

/** The platform as a developer looks at it: clock, functions, timers, bill, mails, scopes. */
export function platformRoutes(site: Site, mover: ClockMover, people: readonly Person[]): Hono<SignedIn> {
  const routes = new Hono<SignedIn>();
  routes.route('/clock', clockRoutes(site, mover));
  routes.route('/', drawerRoutes(site));
  routes.get('/mailbox', (asked) => asked.json({ mails: site.jira.mailbox().map((mail) => addressed(mail, people)) }));
  routes.get('/functions', (asked) =>
    asked.json({ functions: functionsOf(site.manifest), recent: site.journal.recent(invocationsShown) }),
  );
  routes.get('/health', (asked) => asked.json({ modules: site.health(), failedForGood: site.failedForGood() }));
  routes.get('/bill', (asked) =>
    asked.json({
      ...billed(site.bill.lines(), lifeOf(site)),
      pointsThisHour: site.points.spent(),
      now: site.clock.now(),
    }),
  );
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
    const started = mover.start(aimOf(await sentWith(asked), clock.now()));
    return asked.json(standing(), started ? 202 : 409);
  });
  return routes;
}

/** Milliseconds of site time since the first thing that happened in Jira. */
function lifeOf({ database, clock }: Site): number {
  const first = database.sql('SELECT created AS at FROM jira_issue ORDER BY id LIMIT 1').get<{ at: number }>()?.at;
  return clock.now() - (first ?? clock.now());
}

/** The last moment that a date can name, in epoch milliseconds. */
const lastMoment = 8.64e15;

/** Where a move of the clock ends: `to` a moment, or `by` milliseconds from now. */
function aimOf({ to, by }: Sent, now: number): number {
  const aim = to === undefined && typeof by === 'number' ? now + by : to;
  if (typeof aim !== 'number' || !(Math.abs(aim) <= lastMoment)) {
    throw unfit('The clock moves "to" a moment in epoch milliseconds, or "by" a number of milliseconds.');
  }
  return aim;
}

/** A mail to people by their names. */
const addressed = (mail: Mail, people: readonly Person[]) => ({
  ...mail,
  to: mail.to.map((account) => people.find(({ accountId }) => accountId === account)?.displayName ?? account),
});

const functionsOf = (manifest: Manifest) =>
  (manifest.modules.function ?? []).map(({ key, handler }) => ({ key, handler: String(handler) }));
