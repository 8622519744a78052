import * as v from 'valibot';
import type { Records } from '../kernel/records';
import { allow, type Result, refuse } from '../kernel/result';
import { hours, type Instant, instant, toIso } from '../kernel/time';
import { configurationKey, readConfiguration } from './configuration';

/** The KVS key of the intake's cursor and progress. */
const intakeKey = 'intake';

/** What an intake may spend in an hour of the 65,000 points that all tenants of the app share. */
export const pointsAnHour = 10_000;

const iso = v.string();

const Intake = v.object({
  state: v.picklist(['running', 'done']),
  /** Tells one intake from another. */
  startedAt: iso,
  /** Changes since this instant are read as well, also of issues that are known. */
  since: v.optional(iso),
  /** The first goes through all open issues, each further one through those that still have no clock. */
  pass: v.number(),
  /** Where the next page begins. */
  after: v.optional(v.string()),
  takenInPass: v.number(),
  /** How many there are to look at, as far as Jira counts them. */
  of: v.optional(v.number()),
  done: v.number(),
  taken: v.number(),
  /** Issues that could not be taken in, the first of them, and why. */
  failed: v.record(v.string(), v.string()),
  /** The points spent in the hour that began then. */
  hour: v.object({ from: iso, spent: v.number() }),
  pausedUntil: v.optional(iso),
  endedAt: v.optional(iso),
  /** Who is at it, and until when that counts. */
  lock: v.optional(v.object({ by: v.string(), until: iso })),
});
export type Intake = v.InferOutput<typeof Intake>;

/** Calls `take-in` again, after 0 to 900 seconds. */
export interface IntakeQueue {
  push(delaySeconds: number): Promise<void>;
}

interface Starting {
  readonly records: Records;
  readonly now: () => Instant;
  readonly intakeQueue: IntakeQueue;
}

export async function readIntake({ setting }: Pick<Records, 'setting'>): Promise<Intake | undefined> {
  const stored = await setting(intakeKey);
  return stored === undefined || stored === null ? undefined : v.parse(Intake, stored);
}

export const writeIntake = ({ putSetting }: Pick<Records, 'putSetting'>, intake: Intake): Promise<void> =>
  putSetting(intakeKey, intake);

/**
 * Has the open incidents taken in that are there already, with what changed since an instant where one is given. One that
 * is under way begins anew where it must look further back, and goes on otherwise.
 */
export async function startIntake(
  world: Starting,
  { since }: { readonly since?: Instant } = {},
): Promise<Result<null, { readonly code: 'not-set-up' }>> {
  const { records, now, intakeQueue } = world;
  if (!readConfiguration(await records.setting(configurationKey))) return refuse({ code: 'not-set-up' });
  const known = await readIntake(records);
  const before = known?.state === 'running' && known.since ? instant(known.since) : undefined;
  const earliest = since !== undefined && before !== undefined ? (Math.min(since, before) as Instant) : since;
  const covers = known?.state === 'running' && (since === undefined || before === earliest);
  if (!covers) await writeIntake(records, begun(now(), earliest, known));
  await intakeQueue.push(0);
  return allow(null);
}

function begun(now: Instant, since: Instant | undefined, before: Intake | undefined): Intake {
  const fresh = { from: toIso(now), spent: 0 };
  const hour = before && now - instant(before.hour.from) < hours(1) ? before.hour : fresh;
  return {
    state: 'running',
    startedAt: toIso(now),
    ...(since !== undefined && { since: toIso(since) }),
    pass: 1,
    takenInPass: 0,
    done: 0,
    taken: 0,
    failed: {},
    hour,
  };
}

/** Calls an intake again that is under way and that nobody is at, as after an interruption that ended its chain. */
export async function resumeIntake({ records, now, intakeQueue }: Starting): Promise<void> {
  const intake = await readIntake(records);
  if (intake?.state !== 'running') return;
  const busyUntil = intake.lock ? instant(intake.lock.until) : 0;
  if (busyUntil <= now()) await intakeQueue.push(0);
}
