import { hours, type Instant, instant, later, toIso } from '../../kernel/time';
import { askedPrefix, type Change, type Facts, isAnswer } from './facts';
import { latestValues } from './values';

export { askedPrefix };

/** The facts with the answers of Jira that were known before: no history of Jira's tells them. */
export function withAnswersOf(facts: Facts, before: Facts): Facts {
  const values = Object.entries(before.created.values).filter(
    ([field]) => isAnswer(field) && facts.created.values[field] === undefined,
  );
  const changes = before.changes.flatMap(({ at, items }) => {
    const known = facts.changes.find((change) => change.at === at)?.items ?? [];
    const lost = items.filter(({ field }) => isAnswer(field) && !known.some((item) => item.field === field));
    return lost.length ? [{ at, by: null, items: lost }] : [];
  });
  if (!values.length && !changes.length) return facts;
  const created = { ...facts.created, values: { ...facts.created.values, ...Object.fromEntries(values) } };
  return changes.reduce(withChange, { ...facts, created });
}

/** What is kept beside an answer: the ISO instant at which Jira refused to give one. */
const refusal = (field: string): string => `${field}:refused`;

/** So long JQL that Jira refused is not asked again for want of an answer. */
const patience = hours(24);

/** The fields among these that nothing is known of; of what Jira refused to answer, only where that was long before. */
export const unanswered = (facts: Facts, fields: readonly string[], at?: Instant): readonly string[] => {
  const values = latestValues(facts);
  return fields.filter((field) => {
    const refused = values[refusal(field)];
    const isOld = at !== undefined && typeof refused === 'string' && at - instant(refused) >= patience;
    return values[field] === undefined && (typeof refused !== 'string' || isOld);
  });
};

/** The facts with what Jira would not answer at an instant, and without the refusals of what it answers by now. */
export function withRefusals(facts: Facts, { refused, answered }: Refusals, at: Instant): Facts {
  const before = facts.created.values;
  const fresh = refused.filter((field) => latestValues(facts)[field] === undefined);
  const gone = answered.map(refusal).filter((field) => before[field] !== undefined);
  if (!fresh.length && !gone.length) return facts;
  const kept = Object.entries(before).filter(([field]) => !gone.includes(field));
  const told = fresh.map((field) => [refusal(field), toIso(at)] as const);
  return { ...facts, created: { ...facts.created, values: Object.fromEntries([...kept, ...told]) } };
}

interface Refusals {
  readonly refused: readonly string[];
  readonly answered: readonly string[];
}

/** The facts with what Jira answers of an instant; its first answer counts for all that was before, which nobody asked. */
export function withAnswers(facts: Facts, answers: Readonly<Record<string, boolean>>, at: Instant): Facts {
  const known = latestValues(facts);
  const fresh = Object.entries(answers).filter(([field]) => known[field] === undefined);
  const first = Object.fromEntries(fresh.map(([field, holds]) => [field, textOf(holds)]));
  const created = fresh.length ? { ...facts.created, values: { ...facts.created.values, ...first } } : facts.created;
  return Object.entries(answers)
    .filter(([field, holds]) => known[field] !== undefined && known[field] !== textOf(holds))
    .reduce((all, [field, holds]) => withAnswer(all, field, holds, at), fresh.length ? { ...facts, created } : facts);
}

const textOf = (holds: boolean): string | null => (holds ? 'yes' : null);

/** An answer comes after the one before it, though the news that asked for it be older. */
function withAnswer(facts: Facts, field: string, holds: boolean, at: Instant): Facts {
  const last = facts.changes.findLast(({ items }) => items.some((item) => item.field === field));
  const from = latestValues(facts)[field] ?? null;
  const when = last && last.at >= at ? ((last.at + 1) as Instant) : at;
  const item = { field, from, to: textOf(holds) };
  return withChange(facts, { at: later(when, facts.created.at), by: null, items: [item] });
}

/** No issue has two changes in one millisecond: what joins one becomes a part of it. */
function withChange(facts: Facts, change: Change): Facts {
  const place = facts.changes.findIndex(({ at }) => at === change.at);
  const same = facts.changes[place];
  if (same) {
    const items = [...same.items, ...change.items];
    return { ...facts, changes: facts.changes.with(place, { ...same, items }) };
  }
  const next = facts.changes.findLastIndex(({ at }) => at < change.at) + 1;
  return { ...facts, changes: facts.changes.toSpliced(next, 0, change) };
}
