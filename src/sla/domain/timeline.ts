import type { Instant } from '../../kernel/time';
import type { FieldValues } from './condition';
import type { Change, Comment, Facts } from './facts';

/** Everything that happened to an issue at one instant, and the values it left behind. */
export interface Moment {
  readonly at: Instant;
  readonly values: FieldValues;
  readonly changes: readonly Change[];
  readonly comments: readonly Comment[];
}

const NONE: readonly never[] = [];

/** The life of an issue up to `now` as moments in order, creation first; what is dated before it happened with it. */
export function moments(facts: Facts, now: Instant): readonly Moment[] {
  const { created, changes, comments } = facts;
  const life: Moment[] = [];
  let values = created.values;
  let changed = 0;
  let said = 0;
  for (let at = created.at; at <= now; at = earlier(changes[changed], comments[said])) {
    const nextChange = pastThe(at, changes, changed);
    const nextComment = pastThe(at, comments, said);
    const here = nextChange === changed ? NONE : changes.slice(changed, nextChange);
    values = here.reduce(afterwards, values);
    life.push({ at, values, changes: here, comments: nextComment === said ? NONE : comments.slice(said, nextComment) });
    changed = nextChange;
    said = nextComment;
  }
  return life;
}

/** The values once the change is made. */
function afterwards(values: FieldValues, change: Change): FieldValues {
  const next: Record<string, string | null> = { ...values };
  for (const { field, to } of change.items) next[field] = to;
  return next;
}

function pastThe(at: Instant, events: readonly { readonly at: Instant }[], from: number): number {
  let next = from;
  for (let event = events[next]; event && event.at <= at; event = events[next]) next += 1;
  return next;
}

const earlier = (a: { readonly at: Instant } | undefined, b: { readonly at: Instant } | undefined): Instant =>
  Math.min(a?.at ?? Number.POSITIVE_INFINITY, b?.at ?? Number.POSITIVE_INFINITY) as Instant;
