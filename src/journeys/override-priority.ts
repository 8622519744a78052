import type { overrideContract } from '../incident/contract';
import { readable, type Stored, write } from '../kernel/records';
import { allow, refuse } from '../kernel/result';
import { instant, later, toIso } from '../kernel/time';
import type { Refusal, Reply } from '../rpc/contract';
import type { Handlers } from '../rpc/handlers';
import { type ClockRecord, clockEntity, clockKey } from '../sla/clock-entity';
import { learn } from '../sla/domain/facts-merge';
import type { PriorityDecision, PriorityStanding } from '../sla/domain/priority-standing';
import { bringUpToDate } from './bring-up-to-date';
import { type Configuration, configurationSetting } from './configuration';
import type { Following } from './following';
import { standingOf } from './standing-of';
import { isLetGo } from './too-much-history';

/** What a person decides of a priority that was overridden. */
export const overrideCalls = (world: Following): Handlers<typeof overrideContract> => ({
  async explainOverride({ reason, ...seen }, { accountId }) {
    const deciding = await decide(seen, 'priority.override.explained', { by: accountId, reason }, world);
    return deciding.ok ? allow(null) : deciding;
  },

  async liftOverride(seen, { accountId }) {
    const deciding = await decide(seen, 'priority.override.lifted', { by: accountId, lifted: true }, world);
    return deciding.ok ? lift(deciding.value, accountId, world) : deciding;
  },
});

interface Seen {
  readonly issueId: string;
  /** ISO instant of the change of priority. */
  readonly at: string;
}

interface Decided {
  readonly configuration: Configuration;
  readonly stored: Stored<ClockRecord>;
  readonly standing: Extract<PriorityStanding, { state: 'overridden' }>;
  /** What had been decided before. */
  readonly before: PriorityDecision | undefined;
}

/** How often a decision begins anew because an event changed the record under it. */
const mostTries = 3;

/** Records the decision, with its entry in the audit trail, before anything follows from it. */
async function decide(
  seen: Seen,
  action: string,
  what: Pick<PriorityDecision, 'by' | 'reason' | 'lifted'>,
  world: Following,
  tries = 1,
): Promise<Reply<Decided>> {
  const found = await overrideSeen(seen, world);
  if (!found.ok) return found;
  const { stored, standing } = found.value;
  const decision = { of: standing.at, at: world.now(), ...what } as PriorityDecision;
  const written = await recorded(stored, decision, action, world);
  if (written) return allow({ ...found.value, stored: written, before: stored.value.priority });
  return tries < mostTries ? decide(seen, action, what, world, tries + 1) : refuse({ code: 'changed-meanwhile' });
}

/** The override that the person saw, if it still stands. */
async function overrideSeen({ issueId, at }: Seen, { records }: Following): Promise<Reply<Omit<Decided, 'before'>>> {
  const { setting: configuration, found } = await records.findWith(
    configurationSetting,
    clockEntity,
    clockKey(issueId),
  );
  if (!configuration) return refuse({ code: 'not-set-up' });
  if (!found) return refuse({ code: 'not-followed' });
  if (!found.value) return refuse({ code: 'unreadable' });
  if (isLetGo(found.value.facts)) return refuse({ code: 'too-much-history' });
  const standing = standingOf(found.value, configuration);
  if (standing?.state !== 'overridden' || standing.at !== instant(at)) return refuse({ code: 'changed-meanwhile' });
  return allow({ configuration, stored: found, standing });
}

/** Undefined when the record was changed meanwhile. */
async function recorded(
  stored: Stored<ClockRecord>,
  decision: PriorityDecision | undefined,
  action: string,
  { records, now }: Following,
  actor = decision?.by ?? 'app',
): Promise<Stored<ClockRecord> | undefined> {
  const { priority: _, ...rest } = stored.value;
  const value: ClockRecord = decision ? { ...rest, priority: decision } : rest;
  const reason = decision?.reason;
  const deed = { actor, action, at: toIso(now()), ...(reason !== undefined && { reason }) };
  const written = await records.commit(deed, [write(clockEntity, clockKey(value.issueId), value, stored)]);
  const left = written.ok ? written.value[0] : undefined;
  return left && { value, ...left };
}

/**
 * The person's own edit back to the matrix. Interrupted before it, the lifting is known and the app sets the priority
 * with the issue's next event.
 */
async function lift(decided: Decided, accountId: string, world: Following): Promise<Reply<null>> {
  const { stored, standing, configuration } = decided;
  const { issueId, projectId, facts, seen } = stored.value;
  const { priority: from, matrix: to } = standing;
  const at = await world.tracker.prioritise(issueId, to);
  if (typeof at === 'string') return notTaken(at, decided, world);

  const change = { at, by: accountId, items: [{ field: 'priority', from, to }] };
  await bringUpToDate(
    {
      issueId,
      projectId,
      facts: learn(facts, { change }).facts,
      seen: later(instant(seen), at),
      stored,
      publishedIsKnown: true,
      decision: { ...(stored.value.priority as PriorityDecision), of: at },
    },
    configuration,
    world,
  );
  return allow(null);
}

/** What Jira does not take is not lifted. */
async function notTaken(why: 'gone' | 'refused', { stored, before }: Decided, world: Following): Promise<Reply<null>> {
  const current = readable(await world.records.find(clockEntity, clockKey(stored.value.issueId)));
  if (current?.value.priority?.lifted) await recorded(current, before, 'priority.override.kept', world, 'app');
  const code: Refusal['code'] = why === 'gone' ? 'not-permitted' : 'jira-refused';
  return refuse({ code });
}
