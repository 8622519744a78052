import type { Instant } from '../../kernel/time';
import type { FieldValues } from './condition';
import { type Change, type Comment, type Facts, isAnswer } from './facts';

/** What an event or an own write tells of an issue. */
export interface News {
  readonly change?: Change;
  readonly comment?: Comment;
}

/** An issue as it stands: who made it when, and the values it has now. */
export interface Present {
  readonly created: Instant;
  readonly creator: string | null;
  readonly values: FieldValues;
}

/**
 * The facts with the news in their place; the same object when nothing is new. `gap`: the change does not join its
 * neighbours, so something between is missing.
 */
export function learn(facts: Facts, { change, comment }: News): { readonly facts: Facts; readonly gap: boolean } {
  const told = comment ? withComments(facts, [comment]) : facts;
  if (!change) return { facts: told, gap: false };
  const place = told.changes.findLastIndex(({ at }) => at < change.at) + 1;
  const known = told.changes[place]?.at === change.at ? told.changes[place] : undefined;
  const whole = known ? together(known, change) : change;
  if (whole === known) return { facts: told, gap: false };
  const learned = { ...told, changes: told.changes.toSpliced(place, known ? 1 : 0, whole) };
  return { facts: learned, gap: !joinsAround(learned, place) };
}

/** Two changes of one instant are the same, unless one of them is an answer of Jira that was put there. */
function together(known: Change, told: Change): Change {
  if (!isOfAnswers(known) && !isOfAnswers(told)) return known;
  const fresh = told.items.filter(({ field }) => !known.items.some((item) => item.field === field));
  if (!fresh.length) return known;
  const [first, then] = isOfAnswers(known) ? [fresh, known.items] : [known.items, fresh];
  return { ...known, by: known.by ?? told.by, items: [...first, ...then] };
}

const isOfAnswers = ({ items }: Change): boolean => items.every(({ field }) => isAnswer(field));

/** Whether every change begins with the values that creation and the changes before it left. */
export const joins = (facts: Facts): boolean => facts.changes.every((_, place) => joinsAt(facts, place));

/** The facts that a whole history tells: the first values are found by walking back from the present ones. */
export function fromHistory(present: Present, histories: readonly Change[], comments: readonly Comment[]): Facts {
  const changes = histories.toSorted((a, b) => a.at - b.at).filter(({ at }, i, all) => at !== all[i - 1]?.at);
  const values: Record<string, string | null> = { ...present.values };
  for (const { items } of changes.toReversed()) {
    for (const { field, from } of items.toReversed()) values[field] = from;
  }
  const created = { at: present.created, by: present.creator, values };
  const facts: Facts = { created, changes, comments: [] };
  return withComments(facts, comments);
}

/**
 * The facts with these comments among them; the same object when none is new. A comment is known by its id; of an edit
 * and its original the earlier instant stays.
 */
export function withComments(facts: Facts, comments: readonly Comment[]): Facts {
  const all = new Map(facts.comments.map((comment) => [comment.id, comment]));
  const fresh = comments.filter((comment) => {
    const known = all.get(comment.id);
    if (known && known.at <= comment.at) return false;
    all.set(comment.id, known ? { ...known, at: comment.at } : comment);
    return true;
  });
  return fresh.length ? { ...facts, comments: [...all.values()].sort(inOrder) } : facts;
}

const inOrder = (a: Comment, b: Comment): number => a.at - b.at || (a.id < b.id ? -1 : 1);

/** Whether the change at `place` joins what was before it, and the next change of each of its fields joins it. */
function joinsAround(facts: Facts, place: number): boolean {
  const fields = facts.changes[place]?.items.map(({ field }) => field) ?? [];
  const followers = fields.map((field) =>
    facts.changes.findIndex(({ items }, i) => i > place && items.some((item) => item.field === field)),
  );
  return [place, ...followers].every((at) => at === -1 || joinsAt(facts, at));
}

function joinsAt(facts: Facts, place: number): boolean {
  const items = facts.changes[place]?.items ?? [];
  return items.every(({ field, from }) => {
    const value = valueBefore(facts, place, field);
    return value === undefined || value === from;
  });
}

/** The value of a field just before the change at `place`; undefined when the field is not tracked. */
function valueBefore({ created, changes }: Facts, place: number, field: string): string | null | undefined {
  for (let i = place - 1; i >= 0; i -= 1) {
    const item = changes[i]?.items.findLast((candidate) => candidate.field === field);
    if (item) return item.to;
  }
  return created.values[field];
}
