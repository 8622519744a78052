import { allow, type Result } from '../kernel/result';
import type { Refusal } from '../rpc/contract';
import type { Handlers, World } from '../rpc/handlers';
import type { Applied, SetUpPlan, setUpContract } from '../set-up/contract';
import type { Choices } from '../set-up/domain/choices';
import { driftOf } from '../set-up/domain/drift';
import { type Mapping, mappingOf } from '../set-up/domain/mapping';
import type { SiteReading } from '../set-up/domain/reading';
import { planOf } from '../set-up/domain/stages';
import type { SiteAdmin } from '../set-up/ports';
import { carryOut, writesOf } from './carry-out-plan';
import type { Configuration } from './configuration';
import { exportPage } from './export-all';
import { type Found, finished, type KeptSetUp, keptSetUp, leased, noChoices, released, told } from './kept-set-up';
import { removalCalls } from './removal-calls';
import { settledConfiguration } from './settled-configuration';

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
      siteAdmin(accountId).read(choices),
      settledConfiguration(records),
    ]);
    return allow(planTold(reading, choices, found.value?.applied, configuration));
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

  exportPage: async ({ place }, { records }) => allow(await exportPage(place, records)),

  ...removalCalls(siteAdmin),
});

/** A call's share of the plan; what it changed is on record before the next call may have the site. */
async function apply(
  held: Found,
  world: World,
  admin: SiteAdmin,
  goBy: SettingUp['goBy'],
): Promise<Result<Applied, Refusal>> {
  const { applied, reading, plan } = await carryOut(admin, held.value?.choices ?? noChoices, world.now);
  const deed = deedOf(applied);
  if (applied.writes.owed > 0) {
    const free = await released(held, deed, world);
    return free.ok ? allow(applied) : free;
  }
  const entered = deed ? await told(held, deed, world) : allow(held);
  if (!entered.ok) return entered;
  const mapping = mappingOf(plan.items, reading, held.value?.choices ?? noChoices);
  const gone = await goneBy(mapping, entered.value, world, goBy);
  if (gone.ok) return allow({ ...applied, finished: true });
  await givenBack(entered.value, world);
  return gone;
}

/** What a call did to the site; nothing where it did nothing. */
function deedOf({ carriedOut, refused }: Applied) {
  const reason = [...carriedOut, ...(refused ? [`${refused.stage} refused: ${refused.words}`] : [])].join(', ');
  return reason ? { action: 'set-up.carried-out', reason } : undefined;
}

/** The app goes by what was set up; nothing happens where it does already. */
async function goneBy(mapping: Mapping, found: Found, world: World, goBy: SettingUp['goBy']) {
  if (JSON.stringify(found.value?.applied?.mapping) === JSON.stringify(mapping))
    return released(found, undefined, world);
  const gone = await goBy(mapping, world);
  return gone.ok ? finished(found, mapping, world) : gone;
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
  applied: KeptSetUp['applied'],
  configuration: Configuration | undefined,
): SetUpPlan {
  const plan = planOf(reading, choices);
  const mapping = mappingOf(plan.items, reading, choices);
  const field = (id: string | undefined) => reading.fields.find((each) => each.id === id);
  const [impact, urgency] = [field(mapping.impact?.field), field(mapping.urgency?.field)];
  return {
    items: plan.items,
    writes: writesOf(plan),
    mapping,
    offered: {
      priorities: reading.priorities,
      statuses: reading.statuses,
      ...(impact && { impact }),
      ...(urgency && { urgency }),
      projects: reading.projects,
    },
    choices,
    ...(applied && { applied: { at: applied.at, by: applied.by } }),
    drift: applied && configuration ? driftOf(applied.mapping, mapping, { reading, plan, configuration }) : [],
  };
}
