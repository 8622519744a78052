import { allow, type Result } from '../kernel/result';
import type { Refusal } from '../rpc/contract';
import type { Handlers, World } from '../rpc/handlers';
import type { Applied, SetUpPlan, setUpContract } from '../set-up/contract';
import type { Choices } from '../set-up/domain/choices';
import { type Drift, driftOf } from '../set-up/domain/drift';
import type { Mapping } from '../set-up/domain/mapping';
import { mappingOf } from '../set-up/domain/mapping-of';
import type { SiteReading } from '../set-up/domain/reading';
import { aboutToMake, remember } from '../set-up/domain/remembered';
import { planOf } from '../set-up/domain/stages';
import type { SiteAdmin } from '../set-up/ports';
import { carryOut, owedBy } from './carry-out-plan';
import type { Configuration } from './configuration';
import {
  type Found,
  finished,
  type KnownSetUp,
  keptSetUp,
  leased,
  noChoices,
  noted,
  released,
  rememberedOf,
  told,
} from './kept-set-up';
import { removalCalls } from './removal-calls';
import { settledConfiguration } from './settled-configuration';
import { exportTold } from './taken-export';

/** What the set-up needs beside the records. */
export interface SettingUp {
  readonly siteAdmin: (accountId: string) => SiteAdmin;
  /** Makes the app go by what was set up, and takes in what is open. */
  readonly goBy: (mapping: Mapping, world: World) => Promise<Result<null, Refusal>>;
}

/** Set-up as a plan of differences; each call reads the site anew, so what was cut off goes on where it stands. */
export const setUpCalls = ({ siteAdmin, goBy }: SettingUp): Handlers<typeof setUpContract> => ({
  async planSetUp({ choices: given }, { records, accountId }) {
    const found = await keptSetUp(records);
    const choices = given ?? found.value?.choices ?? noChoices;
    const [reading, configuration] = await Promise.all([
      siteAdmin(accountId).read(choices, rememberedOf(found)),
      settledConfiguration(records),
    ]);
    return allow(planTold(reading, choices, found, configuration));
  },

  async applySetUp({ choices }, world) {
    const found = await keptSetUp(world.records);
    const isDecided = JSON.stringify(found.value?.choices) === JSON.stringify(choices);
    const held = await leased(found, { choices, ...(!isDecided && { deed: { action: 'set-up.decided' } }) }, world);
    if (!held.ok) return held;
    return apply(held.value, world, siteAdmin(world.accountId), goBy).catch(async (error: unknown) => {
      await givenBack(held.value, world);
      throw error;
    });
  },

  exportPage: ({ place }, world) => exportTold(place, world),

  ...removalCalls(siteAdmin),
});

/** A call's share of the plan; what it changed is on record before the next call may have the site. */
async function apply(
  held: Found,
  world: World,
  admin: SiteAdmin,
  goBy: SettingUp['goBy'],
): Promise<Result<Applied, Refusal>> {
  const choices = held.value?.choices ?? noChoices;
  const began = world.now();
  const known = rememberedOf(held);
  const seen = await admin.read(choices, known);
  const begun = await noted(held, aboutToMake(planOf(seen, choices, known).items), world);
  if (!begun.ok) return begun;
  const before = rememberedOf(begun.value);
  const { applied, reading, plan } = await carryOut(
    admin,
    { began, reading: seen, choices, remembered: before },
    world.now,
  );
  const deed = deedOf(applied);
  if (applied.writes.owed > 0) {
    const free = await released(begun.value, deed, world);
    return free.ok ? allow(applied) : free;
  }
  const entered = deed ? await told(begun.value, deed, world) : allow(begun.value);
  if (!entered.ok) return entered;
  const mapping = mappingOf(plan.items, reading, choices, before.mapping);
  const after = { mapping, ...remember(plan.items, mapping, reading) };
  const gone = await goneBy(after, entered.value, world, goBy);
  if (gone.ok) return allow({ ...applied, finished: true });
  await givenBack(entered.value, world);
  return gone;
}

/** What a call did to the site; nothing where it did nothing. */
function deedOf({ carriedOut, refused }: Applied) {
  const reason = [...carriedOut, ...(refused ? [`${refused.stage} refused: ${refused.words}`] : [])].join(', ');
  return reason ? { action: 'set-up.carried-out', reason } : undefined;
}

/** The app goes by what was set up, and knows it again by what it is called now; nothing happens where both are so. */
async function goneBy(after: KnownSetUp, found: Found, world: World, goBy: SettingUp['goBy']) {
  const { mapping, remembered } = found.value?.applied ?? {};
  const { mapping: wanted, ...known } = after;
  const isNew = JSON.stringify(mapping) !== JSON.stringify(wanted);
  if (!isNew && JSON.stringify(remembered) === JSON.stringify(known)) return released(found, undefined, world);
  const gone = isNew ? await goBy(wanted, world) : allow(null);
  return gone.ok ? finished(found, after, isNew, world) : gone;
}

/** A call that failed lets the next one have the site. */
async function givenBack(held: Found, world: World): Promise<void> {
  const found = await keptSetUp(world.records);
  const isOurs = JSON.stringify(found.value?.lease) === JSON.stringify(held.value?.lease);
  if (isOurs) await released(found, undefined, world);
}

function planTold(
  reading: SiteReading,
  choices: Choices,
  found: Found,
  configuration: Configuration | undefined,
): SetUpPlan {
  const remembered = rememberedOf(found);
  const plan = planOf(reading, choices, remembered);
  const mapping = mappingOf(plan.items, reading, choices, remembered.mapping);
  const applied = found.value?.applied;
  return {
    items: plan.items,
    ...owedBy(plan),
    mapping,
    isGoneBy: JSON.stringify(applied?.mapping) === JSON.stringify(mapping),
    offered: offeredOf(mapping, reading),
    choices,
    ...(applied && { applied: { at: applied.at, by: applied.by } }),
    drift: configuration ? driftSince(found, reading, configuration) : [],
  };
}

function offeredOf({ impact, urgency }: Mapping, { fields, priorities, statuses, projects }: SiteReading) {
  const field = (id: string | undefined) => fields.find((each) => each.id === id);
  const levels = { impact: field(impact?.field), urgency: field(urgency?.field) };
  return {
    priorities,
    statuses,
    ...(levels.impact && { impact: levels.impact }),
    ...(levels.urgency && { urgency: levels.urgency }),
    projects,
  };
}

/** By what was decided then: what the admin tries out on the page is no drift of the site's. */
function driftSince({ value, record }: Found, reading: SiteReading, configuration: Configuration): readonly Drift[] {
  if (!value?.applied) return [];
  const remembered = rememberedOf({ value, record });
  const plan = planOf(reading, value.choices, remembered);
  const goes = mappingOf(plan.items, reading, value.choices, value.applied.mapping);
  return driftOf(value.applied.mapping, remembered, { reading, plan, goes, configuration });
}
