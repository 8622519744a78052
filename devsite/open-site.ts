import { openGateway } from './gateway';
import { type Ground, openGround } from './ground';
import type { Jira } from './jira/jira';
import { openJira } from './jira/open-jira';
import { type Kvs, openKvs } from './kvs/kvs';
import { openDynamicProperties } from './platform/dynamic-properties';
import { openLifecycle } from './platform/lifecycle';
import { notInstalled } from './platform/presence';
import { openProductEvents } from './platform/product-events';
import { openQueues, type Queues } from './platform/queues';
import { openResolverCalls } from './platform/resolver-calls';
import { openSchedules } from './platform/schedules';
import { uninstall } from './platform/uninstall';
import { openWebTriggers, type WebTriggers } from './platform/web-triggers';
import { openInProcessRunner } from './runners/in-process';
import { openIsolatedRunner } from './runners/isolated';
import type { PlatformCall, Runner } from './runners/runner';
import { seeThrough } from './see-through';
import type { Site, SiteOptions } from './site';

/** Opens a site with the app installed on it; as it was left, when its file knows one. */
export async function openSite(options: SiteOptions): Promise<Site> {
  const ground = openGround(options);
  const events = openProductEvents({ ...ground, policy: options.delivery });
  const { presence } = ground;
  const jira = openSeededJira(options, ground, (event) => presence.installed() && events.emit(event));
  const { disorder, adminAccountId = options.seed.users[0]?.accountId } = options;
  const { version } = openLifecycle({ ...ground, ...(adminAccountId !== undefined && { adminAccountId }) });
  const schedules = openSchedules(ground);
  const queues = openQueues({ ...ground, ...(disorder && { disorder }) });
  const webTriggers = openWebTriggers({ ...ground, siteUrl: options.siteUrl ?? unnamed });
  const { call, kvs } = openCalls(options, ground, { jira, queues, webTriggers });
  const runner = openRunner(options.runner, ground, version, call);
  ground.run(runner);
  ground.state.keep(ground.clock.now());
  const keeping = setInterval(() => keep(ground), keptEvery).unref();
  ground.agenda.start();

  return {
    ...ground,
    jira,
    installation: ground.deployment,
    storage: kvs,
    planted: events.planted,
    health: () => [...events.health(), ...queues.health(), ...schedules.health()],
    failedForGood: () => [...ground.deliveries.failedForGood(), ...queues.failedForGood().map(failedEvent)],
    isInstalled: presence.installed,
    reachableAt: webTriggers.reachableAt,
    ...movesOf(options, ground, { jira, webTriggers }, runner),
    async close() {
      clearInterval(keeping);
      await ground.agenda.close(grace);
      await runner.close();
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
  const { appAccountId, state, database } = ground;
  const jira = openJira({ ...ground, emit, appAccount: { accountId: appAccountId, displayName: appName } });
  if (state.time === undefined) database.transaction(() => jira.seed(seed));
  return jira;
}

type SeededEmit = Parameters<typeof openJira>[0]['emit'];

interface Calls {
  readonly call: PlatformCall;
  readonly kvs: Kvs;
}

interface Services {
  readonly jira: Jira;
  readonly queues: Queues;
  readonly webTriggers: WebTriggers;
}

function openCalls({ lag, rates, kill }: SiteOptions, ground: Ground, services: Services): Calls {
  const { manifest, database, clock, deployment } = ground;
  const entities = manifest.app.storage?.entities ?? [];
  const opened: { kvs?: Kvs } = {};
  const kvs = (charge: Parameters<typeof openKvs>[0]['charge']): Kvs => {
    const tuned = { ...(lag !== undefined && { lag }), ...(rates && { rates }) };
    opened.kvs = openKvs({ database, clock, entities, charge, ...tuned });
    return opened.kvs;
  };
  const call = openGateway({ ...ground, ...services, kvs, contextAri: deployment.contextAri, kill });
  return { call, kvs: opened.kvs as Kvs };
}

function openRunner(kind: Runner['kind'], ground: Ground, appVersion: string, call: PlatformCall): Runner {
  const { deployment, clock } = ground;
  const open = kind === 'isolated' ? openIsolatedRunner : openInProcessRunner;
  return open({ deployment: { ...deployment, appVersion }, clock, call });
}

const failedEvent = ({ queue, body, reason }: ReturnType<Queues['failedForGood']>[number]) => ({
  cause: `queue:${queue}`,
  reason,
  event: body,
});

/** Of an app that is gone there are no addresses. */
const nowhere = { statusCode: 404 };

/** What sets the site moving from outside. */
function movesOf(
  { siteUrl = unnamed }: SiteOptions,
  ground: Ground,
  { jira, webTriggers }: Pick<Services, 'jira' | 'webTriggers'>,
  runner: Runner,
): Pick<Site, 'askJira' | 'callWebTrigger' | 'invoke' | 'dynamicProperties' | 'settle' | 'advance' | 'uninstall'> {
  const { clock, agenda, presence } = ground;
  const resolve = openResolverCalls({ ...ground, jira, siteUrl });
  const dynamic = openDynamicProperties(ground);
  const idle = () => runner.idle();
  const ofApp = async <Value>(ask: () => Promise<Value>): Promise<Value> => {
    if (!presence.installed()) throw notInstalled();
    return seeThrough({ clock, idle }, ask());
  };
  return {
    invoke: (call) => ofApp(() => resolve(call)),
    dynamicProperties: (call) => ofApp(() => dynamic(call)),
    uninstall: () => ofApp(() => uninstall(ground)),
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
