import * as v from 'valibot';
import { type Records, type Stored, write } from '../kernel/records';
import { allow, type Result } from '../kernel/result';
import { seconds, toIso } from '../kernel/time';
import type { Refusal } from '../rpc/contract';
import type { Handlers, World } from '../rpc/handlers';
import type { Applied, SetUpPlan, setUpContract } from '../set-up/contract';
import { Choices } from '../set-up/domain/choices';
import { driftOf } from '../set-up/domain/drift';
import { type Mapping, mappingOf } from '../set-up/domain/mapping';
import type { SiteReading } from '../set-up/domain/reading';
import { type Removal, removals } from '../set-up/domain/removal';
import { type Plan, planOf } from '../set-up/domain/stages';
import { partOf } from '../set-up/domain/step';
import type { SiteAdmin } from '../set-up/ports';
import { definitionEntity, definitionKey } from '../sla/definition-entity';
import { configurationKey, readConfiguration } from './configuration';
import { exportPage } from './export-all';

/** What the set-up needs beside the records. */
export interface SettingUp {
  readonly siteAdmin: (accountId: string) => SiteAdmin;
  /** Makes the app go by what was set up, and takes in what is open. */
  readonly goBy: (mapping: Mapping, world: World) => Promise<Result<null, Refusal>>;
}

/** How long a call goes on with the next write: a function has 25 seconds. */
const patience = seconds(10);

const kept = { kind: 'set-up', id: 'site', version: 1 } as const;
const keptKey = definitionKey(kept.kind, kept.id, kept.version);

const KeptSetUp = v.object({
  choices: Choices,
  applied: v.optional(v.object({ at: v.string(), by: v.string(), mapping: v.custom<Mapping>(() => true) })),
});
type KeptSetUp = v.InferOutput<typeof KeptSetUp>;

type KeptRecord = Stored<v.InferOutput<typeof definitionEntity.shape>> | undefined;

/** Set-up as a plan of differences; each call reads the site anew, so what was cut off goes on where it stands. */
export const setUpCalls = ({ siteAdmin, goBy }: SettingUp): Handlers<typeof setUpContract> => ({
  async planSetUp({ choices: given }, { records, accountId }) {
    const [reading, found] = await Promise.all([siteAdmin(accountId).read(), keptSetUp(records)]);
    const choices = given ?? found.value?.choices ?? noChoices;
    return allow(await told(reading, choices, found.value?.applied, records));
  },

  async applySetUp({ choices }, world) {
    const decided = await decide(await keptSetUp(world.records), choices, world);
    if (!decided.ok) return decided;
    const { applied, reading, plan } = await carryOut(siteAdmin(world.accountId), choices, world);
    if (applied.writes.owed > 0) return allow(applied);
    const mapping = mappingOf(plan.items, reading, choices);
    const ended = await goneBy(mapping, decided.value, world, goBy);
    return ended.ok ? allow({ ...applied, finished: true }) : ended;
  },

  exportPage: async ({ place }, { records }) => allow(await exportPage(place, records)),

  async planRemoval(_input, { accountId }) {
    const admin = siteAdmin(accountId);
    const made = removals(await admin.read());
    return allow({ made: await Promise.all(made.map(async (each) => ({ ...each, uses: await admin.uses(each) }))) });
  },

  async removeMade(which, world) {
    const admin = siteAdmin(world.accountId);
    const ours = removals(await admin.read()).find(({ kind, id }) => kind === which.kind && id === which.id);
    if (!ours) return allow({ outcome: 'not-ours' });
    if (await admin.uses(ours)) return allow({ outcome: 'in-use' });
    const decided = await decideRemoval(ours, world);
    if (!decided.ok) return decided;
    const removed = await admin.remove(ours);
    return allow(removed.ok ? { outcome: 'removed' } : { outcome: 'refused', words: removed.reason.words });
  },
});

/** The app goes by what was set up; nothing happens where it does already. */
async function goneBy(mapping: Mapping, found: Found, world: World, goBy: SettingUp['goBy']) {
  const { value } = found;
  if (JSON.stringify(value?.applied?.mapping) === JSON.stringify(mapping)) return allow(null);
  const gone = await goBy(mapping, world);
  return gone.ok ? finish(found, value?.choices ?? noChoices, mapping, world) : gone;
}

async function decideRemoval({ kind, name, id }: Removal, { records, accountId, now }: World) {
  const found = await keptSetUp(records);
  const deed = { actor: accountId, action: 'set-up.removed', at: toIso(now()), reason: `${kind} ${name} (${id})` };
  return records.commit(deed, [keeping(found, found.value ?? { choices: noChoices })]);
}

const noChoices: Choices = { items: {}, levels: {} };

interface Found {
  readonly record: KeptRecord;
  readonly value: KeptSetUp | undefined;
}

async function keptSetUp(records: Records): Promise<Found> {
  const record = await records.find(definitionEntity, keptKey);
  return { record, value: record && v.parse(KeptSetUp, record.value.body) };
}

const keeping = ({ record }: Found, body: KeptSetUp) => write(definitionEntity, keptKey, { ...kept, body }, record);

/** What was decided is on record before the site is changed. */
async function decide(found: Found, choices: Choices, world: World): Promise<Result<Found, Refusal>> {
  if (found.value && JSON.stringify(found.value.choices) === JSON.stringify(choices)) return allow(found);
  const { records, accountId, now } = world;
  const deed = { actor: accountId, action: 'set-up.decided', at: toIso(now()) };
  const body = { ...found.value, choices };
  const written = await records.commit(deed, [keeping(found, body)]);
  return written.ok ? allow(await keptSetUp(records)) : written;
}

async function finish(found: Found, choices: Choices, mapping: Mapping, world: World): Promise<Result<null, Refusal>> {
  const { records, accountId, now } = world;
  const at = toIso(now());
  const applied = { at, by: accountId, mapping };
  const deed = { actor: accountId, action: 'set-up.finished', at };
  const written = await records.commit(deed, [keeping(found, { choices, applied })]);
  return written.ok ? allow(null) : written;
}

interface Outcome {
  readonly reading: SiteReading;
  readonly plan: Plan;
  readonly applied: Applied;
}

/** One write after the other; what it touched is read again before the next, so that the site has the last word. */
async function carryOut(admin: SiteAdmin, choices: Choices, { now }: World): Promise<Outcome> {
  const began = now();
  const carriedOut: string[] = [];
  let reading = await admin.read();
  for (;;) {
    const plan = planOf(reading, choices);
    const applied = { writes: writesOf(plan), carriedOut, finished: false };
    const next = plan.stages.find(({ state }) => state === 'owed');
    if (next?.state !== 'owed' || now() - began > patience) return { reading, plan, applied };
    const taken = await admin.carryOut(next.step);
    if (!taken.ok) return { reading, plan, applied: { ...applied, refused: { stage: next.id, ...taken.reason } } };
    carriedOut.push(next.id);
    reading = await admin.read({ before: reading, touched: partOf(next.step) });
  }
}

const writesOf = ({ stages }: Plan) => ({
  all: stages.length,
  owed: stages.filter(({ state }) => state !== 'done').length,
});

async function told(
  reading: SiteReading,
  choices: Choices,
  applied: KeptSetUp['applied'],
  records: Records,
): Promise<SetUpPlan> {
  const plan = planOf(reading, choices);
  const mapping = mappingOf(plan.items, reading, choices);
  const field = (id: string | undefined) => reading.fields.find((each) => each.id === id);
  const [impact, urgency] = [field(mapping.impact?.field), field(mapping.urgency?.field)];
  const configuration = readConfiguration(await records.setting(configurationKey));
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
    drift: applied && configuration ? driftOf(applied.mapping, mapping, reading, plan) : [],
  };
}
