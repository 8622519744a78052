import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openClock, type PacedClock } from './clock';
import { openDatabase, type SiteDatabase } from './database';
import { type Faults, openFaults } from './faults/faults';
import { type Manifest, readManifest } from './manifest';
import { manifestExcess, variableExcess } from './manifest-limits';
import type { Bill } from './platform/bill';
import { type Bursts, openBursts } from './platform/bursts';
import { type CallLog, openCallLog } from './platform/call-log';
import { type Deliveries, openDeliveries } from './platform/deliveries';
import { checkDisplayConditions } from './platform/display-conditions';
import { type InvocationRates, openInvocationRates } from './platform/invocation-rates';
import type { Invoke } from './platform/invoke';
import { type Journal, journaled, openJournal } from './platform/journal';
import { openLicence } from './platform/licence';
import { type OpenBill, openBill } from './platform/open-bill';
import { openInvoke } from './platform/open-invoke';
import { openPoints, type Points } from './platform/points';
import { openPresence, type Presence, whileInstalled } from './platform/presence';
import { readBundles } from './runners/bundles';
import { type Deployment, deploymentOf } from './runners/deployment';
import type { Runner } from './runners/runner';
import type { SiteOptions } from './site';
import { openSiteState, type SiteState } from './site-state';
import { SqliteAgenda } from './sqlite-agenda';

/** What every part of a site stands on. */
export interface Ground {
  readonly manifest: Manifest;
  readonly deployment: Deployment;
  readonly database: SiteDatabase;
  readonly state: SiteState;
  readonly clock: PacedClock;
  readonly agenda: SqliteAgenda;
  readonly bill: OpenBill;
  readonly charge: Bill['charge'];
  readonly points: Points;
  readonly bursts: Bursts;
  readonly rates: InvocationRates;
  readonly journal: Journal;
  readonly calls: CallLog;
  readonly invoke: Invoke;
  readonly deliveries: Deliveries;
  readonly licensed: () => boolean;
  readonly setLicensed: (active: boolean) => void;
  readonly presence: Presence;
  readonly faults: Faults;
  /** The account the app itself acts by. */
  readonly appAccountId: string;
  readonly cloudId: string;
  readonly installationId: string;
  readonly environmentId: string;
  /** Hands over who runs functions from now on; none runs before. */
  run(runner: Runner): void;
  readonly runner: () => Runner;
}

export function openGround(options: SiteOptions): Ground {
  const { file, start, pace } = options;
  const { manifest, deployment, database, state, licence, presence } = openDeployed(options);
  const clock = openClock({ start: state.time ?? start, pace });
  const calls = openCallLog({ on: options.journal ?? true });
  const bill = openHeardBill(database, calls);
  const running = openRunning();
  // A site that is not to be found again spares itself the writing.
  const carriedOut = () => file !== undefined && state.keep(clock.now());
  const agenda = new SqliteAgenda({ database, clock, idle: () => running.runner().idle(), carriedOut });
  const journal = openJournal({ database, on: options.journal ?? true });
  const prefix = `invocation-${state.starts}`;
  const { memoryMB } = deployment;
  const plain = openInvoke({ runner: running.runner, bill, memoryMB, prefix, license: licence.told });
  const invoke = whileInstalled(plain, presence);
  const { cloudId, installationId, environmentId, appId } = deployment;
  return {
    manifest,
    deployment,
    database,
    state,
    clock,
    agenda,
    bill,
    charge: bill.charge,
    points: openPoints(database, clock),
    ...openSpeeds(options, clock),
    journal,
    calls,
    invoke,
    deliveries: openDeliveries({ database, clock, agenda, manifest, invoke }),
    licensed: licence.active,
    setLicensed: licence.set,
    presence,
    faults: openFaults(database, options.faults),
    appAccountId: `app:${appId}`,
    cloudId,
    installationId,
    environmentId,
    run: (runner) => running.set(journaled(runner, { journal, calls, clock })),
    runner: running.runner,
  };
}

/** The app as its manifest declares it, on what is kept of the site. */
function openDeployed({ appDirectory, file, variables, licensed, tenant }: SiteOptions) {
  const manifestFile = join(appDirectory, 'manifest.yml');
  const manifest = readManifest(manifestFile);
  refuseExcess([...manifestExcess(manifest, readFileSync(manifestFile, 'utf8')), ...variableExcess(variables ?? {})]);
  checkDisplayConditions(manifest);
  const database = openDatabase(file);
  const state = openSiteState(database);
  const licence = openLicence({ manifest, state, licensed });
  const presence = openPresence(database);
  const bundles = readBundles(appDirectory, manifest);
  const deployment = deploymentOf({ manifest, bundles, variables, licence, presence, tenant });
  return { manifest, deployment, database, state, licence, presence };
}

/** How quickly Jira may be called, and functions. */
const openSpeeds = ({ bursts }: SiteOptions, clock: PacedClock): Pick<Ground, 'bursts' | 'rates'> => ({
  bursts: openBursts(clock, bursts),
  rates: openInvocationRates(clock, bursts),
});

/** What a deploy would refuse is not opened. */
function refuseExcess([excess]: ReturnType<typeof manifestExcess>): void {
  if (excess) throw new Error(`Forge would not deploy this app: ${excess.place}: ${excess.reason}.`);
}

/** A bill whose charges the log of calls hears. */
function openHeardBill(database: SiteDatabase, calls: CallLog): OpenBill {
  const bill = openBill(database);
  return {
    ...bill,
    charge(charge) {
      calls.charged(charge);
      bill.charge(charge);
    },
  };
}

/** The runner comes last, since it reaches all that calls it. */
function openRunning() {
  let current: Runner | undefined;
  return {
    runner(): Runner {
      if (!current) throw new Error('The app is not running yet.');
      return current;
    },
    set(runner: Runner): void {
      current = runner;
    },
  };
}
