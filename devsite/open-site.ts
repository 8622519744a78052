import { type Ground, openGround } from './ground';
import { type Installations, openInstallations } from './installations';
import type { Jira } from './jira/jira';
import { openJira } from './jira/open-jira';
import { openDynamicProperties } from './platform/dynamic-properties';
import { openLifecycle } from './platform/lifecycle';
import { notInstalled } from './platform/presence';
import { openProductEvents } from './platform/product-events';
import { openQueues, type Queues } from './platform/queues';
import { openResolverCalls } from './platform/resolver-calls';
import { openSchedules } from './platform/schedules';
import { openWebTriggers, type WebTriggers } from './platform/web-triggers';
import { seeThrough } from './see-through';
import type { Site, SiteOptions } from './site';

/** Opens a site with the app installed on it; as it was left, when its file knows one. */
export async function openSite(options: SiteOptions): Promise<Site> {
  const ground = openGround(options);
  const events = openProductEvents({ ...ground, policy: options.delivery });
  const { presence } = ground;
  const jira = openSeededJira(options, ground, (event) => presence.installed() && events.emit(event));
  const { adminAccountId = options.seed.users[0]?.accountId } = options;
  const lifecycle = openLifecycle({ ...ground, ...(adminAccountId !== undefined && { adminAccountId }) });
  const schedules = openSchedules(ground);
  const queues = openQueues(ground);
  const webTriggers = openWebTriggers({ ...ground, siteUrl: options.siteUrl ?? unnamed });
  const services = { jira, queues, webTriggers };
  const installations = openInstallations({ options, ground, services, lifecycle, schedules });
  ground.state.keep(ground.clock.now());
  const keeping = setInterval(() => keep(ground), keptEvery).unref();
  ground.agenda.start();

  return {
    ...ground,
    jira,
    installation: ground.deployment,
    storage: installations.storage,
    health: () => [...events.health(), ...queues.health(), ...schedules.health()],
    failedForGood: () => [...ground.deliveries.failedForGood(), ...queues.failedForGood().map(failedEvent)],
    isInstalled: presence.installed,
    reachableAt: webTriggers.reachableAt,
    ...movesOf(options, ground, services, installations),
    async close() {
      clearInterval(keeping);
      await ground.agenda.close(grace);
      await ground.runner().close();
      keep(ground);
      ground.clock.close();
      ground.database.close();
    },
  };
}

/** Where a site is that nobody said the address of. */
const unnamed = 'https://site.example';

/** Real milliseconds that a job under way is given to end when the site is closed. */
const grace = 500;

/** Real milliseconds between two times that the site's sums are written down. */
const keptEvery = 1_000;

function keep({ state, clock, bill, points, database }: Ground): void {
  database.transaction(() => {
    state.keep(clock.now());
    bill.flush();
    points.flush();
  });
}

function openSeededJira({ seed, appName = 'App' }: SiteOptions, ground: Ground, emit: SeededEmit): Jira {
  const { appAccountId, state, database, presence, clock, faults } = ground;
  const appAccount = { accountId: appAccountId, displayName: appName };
  const late = { now: () => faults.lateness(clock.now()), most: faults.mostLateness };
  const jira = openJira({ ...ground, emit, late, appAccount, isInstalled: presence.installed() });
  if (state.time === undefined) database.transaction(() => jira.seed(seed));
  return jira;
}

type SeededEmit = Parameters<typeof openJira>[0]['emit'];

const failedEvent = ({ queue, body, reason }: ReturnType<Queues['failedForGood']>[number]) => ({
  cause: `queue:${queue}`,
  reason,
  event: body,
});

/** Of an app that is gone there are no addresses. */
const nowhere = { statusCode: 404 };

type Moves =
  | 'askJira'
  | 'callWebTrigger'
  | 'invoke'
  | 'invocationRate'
  | 'dynamicProperties'
  | 'callFunction'
  | 'settle'
  | 'advance'
  | 'uninstall'
  | 'install';

/** What sets the site moving from outside. */
function movesOf(
  { siteUrl = unnamed }: SiteOptions,
  ground: Ground,
  { jira, webTriggers }: { readonly jira: Jira; readonly webTriggers: WebTriggers },
  { uninstall, install }: Installations,
): Pick<Site, Moves> {
  const { clock, agenda, presence } = ground;
  const resolve = openResolverCalls({ ...ground, jira, siteUrl });
  const dynamic = openDynamicProperties(ground);
  const idle = () => ground.runner().idle();
  const ofApp = async <Value>(ask: () => Promise<Value>): Promise<Value> => {
    if (!presence.installed()) throw notInstalled();
    return seeThrough({ clock, idle }, ask());
  };
  return {
    invoke: (call) => ofApp(() => resolve(call)),
    invocationRate: ground.rates.told,
    dynamicProperties: (call) => ofApp(() => dynamic(call)),
    async callFunction({ functionKey, payload, ...terms }) {
      const asked = { ...terms, cause: `call:${functionKey}` };
      return ofApp(async () => (await ground.invoke('', '', functionKey, payload, asked)).result);
    },
    uninstall: () => ofApp(uninstall),
    install,
    async askJira(caller, ask) {
      const prepared = jira.prepare(caller, ask);
      if (prepared !== undefined) await seeThrough({ clock, idle }, prepared);
      return jira.handle(caller, ask);
    },
    callWebTrigger: (id, request) =>
      presence.installed() ? ofApp(() => webTriggers.answer(id, request)) : Promise.resolve(nowhere),
    settle: () => agenda.settle(),
    async advance(milliseconds) {
      const to = clock.now() + milliseconds;
      const ran = !clock.frozen;
      clock.freeze();
      await agenda.advanceTo(to).finally(() => ran && clock.run());
      ground.state.keep(clock.now());
    },
  };
}
