import { openCallFaults } from './faults/call-faults';
import { openRace } from './faults/race';
import { openGateway } from './gateway';
import type { Ground } from './ground';
import type { Jira } from './jira/jira';
import { type Kvs, openKvs } from './kvs/kvs';
import { countsSpeed } from './platform/counts-speed';
import { forgetApp } from './platform/forget-app';
import type { Installation } from './platform/lifecycle';
import type { Queues } from './platform/queues';
import type { Schedules } from './platform/schedules';
import { type Farewell, uninstall } from './platform/uninstall';
import type { WebTriggers } from './platform/web-triggers';
import { openInProcessRunner } from './runners/in-process';
import { openIsolatedRunner } from './runners/isolated';
import type { Invocation, PlatformCall } from './runners/runner';
import type { SiteOptions } from './site';

interface Services {
  readonly jira: Jira;
  readonly queues: Queues;
  readonly webTriggers: WebTriggers;
}

interface Surroundings {
  readonly options: SiteOptions;
  readonly ground: Ground;
  readonly services: Services;
  readonly lifecycle: Installation;
  readonly schedules: Schedules;
}

/** The app on the site: what it runs in and stores to, which each installation has of its own. */
export interface Installations {
  /** What the present installation has stored. */
  readonly storage: Kvs;
  uninstall(): Promise<readonly Farewell[]>;
  install(accountId: string): Promise<void>;
}

export function openInstallations({ options, ground, services, lifecycle, schedules }: Surroundings): Installations {
  const { database, presence, deployment } = ground;
  const begin = (): Kvs => {
    const { call, kvs } = openCalls(options, ground, services);
    const { runner, instance, cold } = options;
    const open = runner === 'isolated' ? openIsolatedRunner : openInProcessRunner;
    const deployed = { ...deployment, appVersion: lifecycle.version };
    ground.run(open({ deployment: deployed, clock: ground.clock, call, instance, cold }));
    return kvs;
  };
  let kvs = begin();
  let leaving: Promise<readonly Farewell[]> | undefined;

  return {
    storage: { handle: (path, body) => kvs.handle(path, body), peaks: () => kvs.peaks() },
    uninstall() {
      leaving ??= uninstall({ ...ground, schedules, jira: services.jira }).finally(() => {
        leaving = undefined;
      });
      return leaving;
    },
    async install(accountId) {
      if (presence.installed()) throw new Error('The app is installed already.');
      const before = ground.runner();
      database.transaction(() => {
        forgetApp(database);
        presence.add();
        schedules.restart();
        services.jira.appInstalled();
        lifecycle.tellAnew({ id: deployment.installationId, accountId });
      });
      kvs = begin();
      await before.close();
    },
  };
}

interface Calls {
  readonly call: PlatformCall;
  readonly kvs: Kvs;
}

function openCalls({ rates, fate, bursts }: SiteOptions, ground: Ground, services: Services): Calls {
  const { manifest, database, clock, deployment, agenda, faults } = ground;
  const entities = manifest.app.storage?.entities ?? [];
  const opened: { kvs?: Kvs } = {};
  const kvs = (charge: Parameters<typeof openKvs>[0]['charge']): Kvs => {
    const lateness = () => faults.lateness(clock.now());
    const countsThroughput = countsSpeed(clock, bursts);
    opened.kvs = openKvs({ database, clock, entities, charge, lateness, countsThroughput, ...(rates && { rates }) });
    return opened.kvs;
  };
  const fates = [...(fate ? [fate] : []), openCallFaults({ faults, clock, race: openRace(ground) })];
  const hangs = ({ work, timeoutSeconds }: Invocation) =>
    work && agenda.letGo(work.job, clock.now() + 1_000 * timeoutSeconds);
  const call = openGateway({ ...ground, ...services, kvs, contextAri: deployment.contextAri, fates, hangs });
  return { call, kvs: opened.kvs as Kvs };
}
