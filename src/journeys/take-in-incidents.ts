import { hours, type Instant, instant, minutes, toIso } from '../kernel/time';
import type { IssueSeen } from '../sla/ports';
import { bringUpToDate } from './bring-up-to-date';
import { type Configuration, presentConfiguration, trackedFields } from './configuration';
import { eachIssue, type Failures, reasonOf } from './each-issue';
import type { Following } from './following';
import { callAt, type Intake, type IntakeQueue, isAwaited, pointsAnHour, readIntake, writeIntake } from './intake';
import { metered } from './intake-meter';
import { differs, type Known, knownOf, learnt } from './mend-incidents';
import { isLetGo } from './too-much-history';
import { sighted } from './watch-projects';

/** How long a page may take before another invocation may take over. */
const lease = minutes(5);

/** An invocation ends long before its function is stopped, and hands on. */
const runsFor = minutes(10);

/** So long a pass waits for search to have seen what the one before wrote. */
const searchLag = minutes(1);

/** The most passes; a further one finds only what fails again and again. */
const mostPasses = 5;

/** As many failures as are told. */
const mostFailures = 20;

export interface TakingIn extends Following {
  readonly intakeQueue: IntakeQueue;
}

interface Run {
  /** Who is at it. */
  readonly me: string;
  readonly configuration: Configuration;
  readonly world: TakingIn;
  readonly endsAt: Instant;
}

/**
 * Goes on with the intake, page by page, until the hour's points or this invocation's time are used up; then it has itself
 * called again. What was taken in stays so when it is interrupted, and is passed over afterwards.
 */
export async function takeInIncidents(me: string, world: TakingIn): Promise<void> {
  const { records, now } = world;
  const configuration = await presentConfiguration(records);
  const intake = await readIntake(records);
  if (intake?.state !== 'running' || !configuration) return;
  const busyUntil = intake.lock ? instant(intake.lock.until) : now();
  const pausedUntil = intake.pausedUntil ? instant(intake.pausedUntil) : now();
  const freeAt = busyUntil > now() ? busyUntil : pausedUntil;
  // A lock that is met was left by one that died: the platform runs no two at once. Who waits for its end says so.
  if (freeAt > now()) return isAwaited(intake, now()) ? undefined : callAt(freeAt, intake, world);

  const run = { me, configuration, world, endsAt: (now() + runsFor) as Instant };
  const own = locked(withHour(intake, now()), run);
  await writeIntake(records, own);
  await goOn(own, run);
}

async function goOn(first: Intake, run: Run): Promise<void> {
  const { records, now } = run.world;
  let intake = first;
  while (intake.state === 'running') {
    const stopped = stopAt(intake, run);
    if (stopped !== undefined) return handOn(intake, stopped, run.world);
    const next = await onePage(intake, run);
    if (!(await isMine(intake, run))) return;
    if (next.pass > intake.pass) return handOn(next, (now() + searchLag) as Instant, run.world);
    intake = next.state === 'done' ? free(next) : locked(withHour(next, now()), run);
    await writeIntake(records, intake);
  }
}

/** When another invocation is to go on, if this one must stop: at once for want of time, or with the next hour's points. */
function stopAt({ hour }: Intake, { endsAt, world }: Run): Instant | undefined {
  const now = world.now();
  if (now >= endsAt) return now;
  const hourEnds = (instant(hour.from) + hours(1)) as Instant;
  return hour.spent >= pointsAnHour && now < hourEnds ? hourEnds : undefined;
}

/** Another that began anew, or took over, is not to be written over. */
async function isMine({ startedAt }: Intake, { me, world }: Run): Promise<boolean> {
  const stored = await readIntake(world.records);
  return stored?.startedAt === startedAt && stored.lock?.by === me;
}

/** Nobody is at an intake that has ended. */
const free = ({ lock: _, ...intake }: Intake): Intake => intake;

const locked = (intake: Intake, { me, world }: Run): Intake => {
  const { pausedUntil: _, ...rest } = intake;
  return { ...rest, lock: { by: me, until: toIso((world.now() + lease) as Instant) } };
};

const withHour = (intake: Intake, now: Instant): Intake =>
  now - instant(intake.hour.from) < hours(1) ? intake : { ...intake, hour: { from: toIso(now), spent: 0 } };

const handOn = ({ lock: _, ...intake }: Intake, at: Instant, world: TakingIn): Promise<void> =>
  callAt(at, { ...intake, pausedUntil: toIso(at) }, world);

async function onePage(intake: Intake, run: Run): Promise<Intake> {
  const { configuration } = run;
  const { tracker, spent } = metered(run.world.tracker);
  const world = { ...run.world, tracker };
  const ask = {
    issueTypes: configuration.incidentTypes,
    fields: trackedFields(configuration),
    ...(intake.pass === 1 && intake.since && { updatedSince: instant(intake.since) }),
    ...(intake.pass > 1 && { withoutSlots: configuration.definitions.map(({ slot }) => slot) }),
  };
  const of = intake.of ?? (await tracker.countOpen(ask));
  const page = await tracker.openIssues(ask, intake.after);
  await sighted(page.issues, world);
  const { taken, failures } = await takeInPage(page.issues, intake, configuration, world);
  const { after: _, ...rest } = intake;
  const looked: Intake = {
    ...rest,
    of: Math.max(of, intake.done),
    done: intake.done + (intake.pass === 1 ? page.issues.length : 0),
    taken: intake.taken + taken,
    takenInPass: intake.takenInPass + taken,
    failed: failedAfter(intake, page.issues, failures),
    hour: { ...intake.hour, spent: intake.hour.spent + spent() },
  };
  if (page.next) return { ...looked, after: page.next };
  return looked.pass < mostPasses && (looked.pass === 1 || looked.takenInPass > 0)
    ? { ...looked, pass: looked.pass + 1, takenInPass: 0 }
    : { ...looked, state: 'done', of: looked.done, endedAt: toIso(world.now()) };
}

function failedAfter({ failed }: Intake, issues: readonly IssueSeen[], failures: Failures): Intake['failed'] {
  const here = new Set(issues.map(({ id }) => id));
  const kept = Object.entries(failed).filter(([id]) => !here.has(id));
  const fresh = [...failures].map(([id, error]) => [id, reasonOf(error)] as const);
  return Object.fromEntries([...kept, ...fresh].slice(0, mostFailures));
}

/** Takes in what is not known yet; what is known is mended only where an intake asks what changed since an instant. */
async function takeInPage(
  issues: readonly IssueSeen[],
  { since, failed }: Intake,
  configuration: Configuration,
  world: Following,
) {
  const known = await knownOf(issues, world);
  const wanted = issues.filter((issue) => isWanted(issue, known.get(issue.id), since !== undefined));
  const cut = wanted.filter(({ changes }) => !changes).map(({ id }) => id);
  const histories = cut.length ? await world.tracker.histories(cut, trackedFields(configuration)) : new Map();
  const work = async (issue: IssueSeen) => {
    const changes = issue.changes ?? histories.get(issue.id) ?? [];
    await bringUpToDate(await learnt(issue, known.get(issue.id), changes, world), configuration, world);
  };
  const failures = await eachIssue(wanted, work, new Set(Object.keys(failed)));
  const taken = wanted.filter(({ id }) => !known.get(id) && !failures.has(id)).length;
  return { taken, failures };
}

/** Of an issue that was put aside while Jira did not show it nothing is due until it is looked at anew. */
const isWanted = (issue: IssueSeen, known: Known, mends: boolean): boolean =>
  !known?.value || (mends && !isLetGo(known.value.facts) && (differs(issue, known) || known.value.due === undefined));
