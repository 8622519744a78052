import * as v from 'valibot';
import type { Records } from '../kernel/records';
import { allow, type Result, refuse } from '../kernel/result';
import { defineSetting } from '../kernel/setting';
import { StoredInstant as iso } from '../kernel/shapes';
import { hours, type Instant, instant, minutes, seconds, toIso } from '../kernel/time';
import { presentConfiguration } from './configuration';

/** The KVS key of the intake's cursor and progress. */
export const intakeKey = 'intake';

/** What an intake may spend in an hour of the 65,000 points that all tenants of the app share. */
export const pointsAnHour = 10_000;

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
  /** When the event comes that goes on with it. */
  calledFor: v.optional(iso),
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

/** Where it cannot be read how far it had come, it begins anew. */
export const intakeSetting = defineSetting({
  key: intakeKey,
  shape: Intake,
  instead: (now): Intake | undefined => begun(now, undefined, undefined),
});

export const readIntake = ({ setting }: Pick<Records, 'setting'>): Promise<Intake | undefined> =>
  setting(intakeSetting);

export const writeIntake = ({ putSetting }: Pick<Records, 'putSetting'>, intake: Intake): Promise<void> =>
  putSetting(intakeSetting, intake);

/**
 * Has the open incidents taken in that are there already, with what changed since an instant where one is given. One that
 * is under way begins anew where it must look further back, and goes on otherwise.
 */
export async function startIntake(
  world: Starting,
  { since }: { readonly since?: Instant } = {},
): Promise<Result<null, { readonly code: 'not-set-up' }>> {
  const { records, now } = world;
  if (!(await presentConfiguration(records))) return refuse({ code: 'not-set-up' });
  const known = await readIntake(records);
  const before = known?.state === 'running' && known.since ? instant(known.since) : undefined;
  const earliest = since !== undefined && before !== undefined ? (Math.min(since, before) as Instant) : since;
  const covers = known?.state === 'running' && (since === undefined || before === earliest);
  if (covers) await resumeIntake(world);
  else await callAt(now(), begun(now(), earliest, known), world);
  return allow(null);
}

/** A queue delays an event by so much. */
const longestDelay = minutes(15);

/** Has an intake that nobody is at called at an instant; one that is far off is come closer to by steps. */
export async function callAt(at: Instant, intake: Intake, { records, now, intakeQueue }: Starting): Promise<void> {
  const wait = Math.min(Math.max(at - now(), 0), longestDelay);
  await writeIntake(records, { ...intake, calledFor: toIso((now() + wait) as Instant) });
  await intakeQueue.push(Math.ceil(wait / 1_000));
}

/** The clocks of two machines differ by less. */
const clockSkew = seconds(10);

/** Whether another event is to come that goes on with the intake, so that one that comes now is one too many. */
export const isAwaited = ({ calledFor }: Intake, now: Instant): boolean =>
  calledFor !== undefined && instant(calledFor) - now > clockSkew;

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

/** An event that is later is taken for lost. */
const mostLate = minutes(5);

/** Calls an intake again that is under way, that nobody is at and for which no event is to come: its chain was interrupted. */
export async function resumeIntake(world: Starting): Promise<void> {
  const { records, now } = world;
  const intake = await readIntake(records);
  if (intake?.state !== 'running') return;
  const busyUntil = intake.lock ? instant(intake.lock.until) : 0;
  const awaitedUntil = intake.calledFor ? instant(intake.calledFor) + mostLate : 0;
  if (Math.max(busyUntil, awaitedUntil) <= now()) await callAt(now(), intake, world);
}
