import type { Records } from '../kernel/records';
import { type Instant, toIso } from '../kernel/time';
import type { DefinitionPreview } from '../sla/contract';
import type { Clock } from '../sla/domain/clock';
import type { Definition } from '../sla/domain/definition';
import { fieldsOfDefinition } from '../sla/domain/definition-fields';
import type { Facts } from '../sla/domain/facts';
import { replay } from '../sla/domain/replay';
import { type Configuration, workingTimes } from './configuration';
import { mostSampled, overStored } from './over-stored';

/** Two versions of the configuration, of which one definition differs. */
export interface Compared {
  readonly id: string;
  readonly before: Configuration;
  readonly after: Configuration;
}

type Then = DefinitionPreview['sample'][number]['before'];
/** A preview as it is being counted. */
type Counting = {
  -readonly [Key in keyof Omit<DefinitionPreview, 'looked' | 'whole'>]: DefinitionPreview[Key];
};

/** What an edit would do to the clocks that are stored, as far as there is time to look; the sample is of any issues. */
export async function previewed(compared: Compared, records: Records, now: () => Instant): Promise<DefinitionPreview> {
  const began = now();
  const definition = compared.after.definitions.find(({ id }) => id === compared.id) as Definition;
  const counts: Counting = {
    unknown: 0,
    open: 0,
    goals: definition.goals.map(() => 0),
    changes: { state: 0, goal: 0, due: 0, any: 0 },
    sample: [],
  };
  const look = await overStored(records, now, ({ issueId, facts }) => count(issueId, facts, compared, began, counts));
  return { ...counts, ...look };
}

/** Whether all that the draft looks at was ever read of an issue. */
function isKnown(facts: Facts, id: string, { definitions }: Configuration): boolean {
  const { former: _, ...draft } = definitions.find((definition) => definition.id === id) as Definition;
  return fieldsOfDefinition(draft).every((field) => facts.created.values[field] !== undefined);
}

const isOpen = (clock: Clock | undefined): boolean => clock?.state === 'running' || clock?.state === 'paused';

function count(issueId: string, facts: Facts, { id, before, after }: Compared, now: Instant, counts: Counting): void {
  if (!isKnown(facts, id, after)) {
    counts.unknown += 1;
    return;
  }
  const old = clockOf(id, before, facts, now);
  const next = clockOf(id, after, facts, now);
  const goals = after.definitions.find((definition) => definition.id === id)?.goals ?? [];
  if (isOpen(next)) {
    counts.open += 1;
    const place = goals.findIndex((goal) => goal.id === next?.cycles.at(-1)?.goalId);
    counts.goals = counts.goals.map((matched, i) => (i === place ? matched + 1 : matched));
  }
  if (!isOpen(old) && !isOpen(next)) return;
  const [was, will] = [then(old, before, id), then(next, after, id)];
  const differs = { state: was.state !== will.state, goal: was.goal !== will.goal, due: was.due !== will.due };
  if (!differs.state && !differs.goal && !differs.due) return;
  const { state, goal, due, any } = counts.changes;
  counts.changes = {
    state: state + Number(differs.state),
    goal: goal + Number(differs.goal),
    due: due + Number(differs.due),
    any: any + 1,
  };
  if (counts.sample.length < mostSampled) counts.sample = [...counts.sample, { issueId, before: was, after: will }];
}

function clockOf(id: string, configuration: Configuration, facts: Facts, now: Instant): Clock | undefined {
  const definition = configuration.definitions.find((one) => one.id === id);
  return definition && replay(facts, definition, workingTimes(configuration), now);
}

function then(clock: Clock | undefined, { definitions }: Configuration, id: string): Then {
  if (!clock) return { state: 'not-started' };
  const goalId = clock.cycles.at(-1)?.goalId;
  const goals = definitions.find((definition) => definition.id === id)?.goals ?? [];
  const goal = goals.find((one) => one.id === goalId)?.name;
  return {
    state: clock.state,
    ...(goal !== undefined && { goal }),
    ...(clock.dueAt !== null && { due: toIso(clock.dueAt) }),
  };
}
