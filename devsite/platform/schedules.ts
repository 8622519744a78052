import type { Agenda, Job } from '../agenda';
import type { SiteClock } from '../clock';
import type { SiteDatabase } from '../database';
import { type Manifest, modulesOf } from '../manifest';
import { manifestLimits } from '../manifest-limits';
import { NotSimulated } from '../simulators/simulator';
import { chosen } from './chosen';
import { backgroundTimeout, functionOf } from './declared-function';
import type { Invoke } from './invoke';
import { healthOf, type ModuleHealth, openPulse } from './pulse';
import { openTicks, type Tick } from './ticks';

const minute = 60_000;
const intervals: Readonly<Record<string, number>> = {
  fiveMinute: 5 * minute,
  hour: 60 * minute,
  day: 24 * 60 * minute,
  week: 7 * 24 * 60 * minute,
};

/** Scheduled triggers: https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/ (2026-08) */
export interface Schedules {
  health(): readonly ModuleHealth[];
  /** Ends them all: of an app that is gone nothing falls due. */
  stop(): void;
  /** Starts them from the beginning. */
  restart(): void;
}

interface Site {
  readonly database: SiteDatabase;
  readonly clock: SiteClock;
  readonly agenda: Agenda;
  readonly manifest: Manifest;
  readonly invoke: Invoke;
  readonly cloudId: string;
  readonly licensed?: () => boolean;
}

interface Schedule {
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly interval: number;
  readonly timeoutSeconds: number;
  readonly appIsLicensed: boolean;
}

const kind = 'schedule-tick';

/** Starts the app's schedules where they stood; from the beginning when the manifest's schedules have changed. */
export function openSchedules(site: Site): Schedules {
  const { database, clock, agenda, manifest } = site;
  const declared = schedules(manifest);
  const ticks = openTicks(database);
  const pulse = openPulse(database);
  const licensed = site.licensed ?? (() => chosen.licensed);

  const enter = (moduleKey: string, due: number): void => ticks.next(moduleKey, agenda.add(kind, due, moduleKey), due);

  agenda.on<string>(kind, async (moduleKey, job) => {
    const schedule = declared.get(moduleKey);
    if (!schedule) return;
    const at = clock.now();
    if (ticks.of(moduleKey)?.job === job.id) enter(moduleKey, nextAfter(at, job.due, schedule.interval));
    if (schedule.appIsLicensed && !licensed()) return;
    const ok = await tick(site, schedule, job);
    pulse.beat('scheduledTrigger', moduleKey, at, ok);
  });

  const deployed = JSON.stringify(modulesOf(manifest, 'scheduledTrigger'));
  const stop = (): void => {
    for (const { job } of ticks.reset(deployed)) agenda.remove(job);
  };
  const restart = (): void =>
    database.transaction(() => {
      stop();
      for (const moduleKey of declared.keys()) enter(moduleKey, clock.now() + chosen.firstTick);
    });
  if (ticks.deployed() !== deployed) restart();

  return {
    stop,
    restart,
    health: () =>
      [...declared.values()].map(({ moduleKey, functionKey }) =>
        healthOf(pulse, { type: 'scheduledTrigger', key: moduleKey, functionKey }, countsOf(ticks.of(moduleKey))),
      ),
  };
}

/** Ticks missed while the function ran are left out. */
function nextAfter(now: number, due: number, interval: number): number {
  return due + interval * Math.max(1, Math.floor((now - due) / interval) + 1);
}

/** A tick that fails is not tried again; what it returns is ignored. */
async function tick({ invoke, cloudId }: Site, schedule: Schedule, { id, due }: Job): Promise<boolean> {
  const { moduleKey, functionKey, timeoutSeconds } = schedule;
  const payload = { context: { cloudId, moduleKey }, contextToken: `${moduleKey}@${due}` };
  const work = { job: id, key: `${moduleKey} ${due}` };
  const terms = { cause: `schedule:${moduleKey}`, timeoutSeconds, work };
  const { result, timedOut } = await invoke(moduleKey, 'scheduledTrigger', functionKey, payload, terms);
  return result.ok && !timedOut;
}

const countsOf = (tick: Tick | undefined) => ({
  waiting: tick ? 1 : 0,
  failedForGood: 0,
  oldestDue: tick?.due ?? null,
});

/** The manifest's schedules; throws where they go beyond what the platform allows or the site simulates. */
function schedules(manifest: Manifest): ReadonlyMap<string, Schedule> {
  const modules = modulesOf(manifest, 'scheduledTrigger');
  if (modules.length > manifestLimits.schedules)
    throw new Error(`The manifest has ${modules.length} scheduled triggers; Forge allows ${manifestLimits.schedules}.`);
  const frequent = modules.filter(({ interval }) => interval === 'fiveMinute').map(({ key }) => key);
  if (frequent.length > manifestLimits.frequentSchedules)
    throw new Error(`Forge allows one scheduled trigger every five minutes, the manifest has ${frequent.join(', ')}.`);
  return new Map(
    modules.map((module) => {
      const interval = intervals[module.interval];
      if (interval === undefined) throw new Error(`${module.key} has no interval ${module.interval} to run in.`);
      const { appIsLicensed = false, ...others } = module.filter ?? {};
      const [unknown] = Object.keys(others);
      if (unknown) throw new NotSimulated(`the ${unknown} of a scheduled trigger's filter (${module.key})`);
      const declared = functionOf(manifest, 'scheduledTrigger', module);
      const timeoutSeconds = backgroundTimeout(declared);
      return [
        module.key,
        { moduleKey: module.key, functionKey: declared.key, interval, timeoutSeconds, appIsLicensed },
      ];
    }),
  );
}
