import type { Instant } from '../../kernel/time';
import type { Definition, Former } from './definition';

/** Ends the version that is in force. */
const never = Number.POSITIVE_INFINITY as Instant;

/** All versions, oldest first, each with its end; the last is in force. */
const spansOf = ({ former = [], ...present }: Definition): readonly Former[] => [
  ...former,
  { definition: present, until: never, running: 'move' },
];

/**
 * The definition from `at` on by `next`. An edit that is learnt of late takes its place in time: what came into force
 * after it, as by an edit of a calendar, stays in force from then on.
 */
export function withVersion(
  present: Definition,
  { former: _, ...next }: Definition,
  at: Instant,
  running: Former['running'],
): Definition {
  const spans = spansOf(present);
  const place = spans.findIndex(({ until }) => until > at);
  const ended = spans.slice(place, place + 1).map(({ definition }) => ({ definition, until: at, running }));
  const under = spans.slice(place).map((span, i) => {
    const since = i === 0 ? at : (spans[place + i - 1]?.until ?? at);
    return { ...span, definition: { ...countedAs(next, span.definition), since } };
  });
  return whole([...spans.slice(0, place), ...ended, ...under]);
}

/** The definition which counted by a calendar's former hours, kept under `oldId`, until an edit of the calendar. */
export function withOldCalendar(present: Definition, id: string, oldId: string, at: Instant): Definition {
  const spans = spansOf(present);
  const place = spans.findIndex(({ until }) => until > at);
  const before = spans.slice(0, place).map((span) => ({ ...span, definition: renamed(span.definition, id, oldId) }));
  const [split, ...rest] = spans.slice(place);
  if (!split || !countsBy(split.definition, id) || (split.definition.since ?? 0) >= at)
    return whole([...before, ...spans.slice(place)]);
  const old = { definition: renamed(split.definition, id, oldId), until: at, running: 'move' } as const;
  return whole([...before, old, { ...split, definition: { ...split.definition, since: at } }, ...rest]);
}

/** The definition, every version of which knows a calendar by another id. */
export const withCalendarRenamed = (present: Definition, id: string, to: string): Definition =>
  whole(spansOf(present).map((span) => ({ ...span, definition: renamed(span.definition, id, to) })));

/** Every calendar that a version of the definition counts by. */
export const calendarsOf = (definition: Definition): readonly string[] => [
  ...new Set(spansOf(definition).flatMap((span) => span.definition.goals.map(({ calendarId }) => calendarId))),
];

function whole(spans: readonly Former[]): Definition {
  const former = spans.slice(0, -1);
  const present = spans.at(-1)?.definition;
  if (!present) throw new Error('A definition has a version.');
  return former.length ? { ...present, former: numbered(former, present.version) } : present;
}

/** Versions that a calendar's edit made of one are told apart: those before it count up to its number, as 1½, 1⅔, 2. */
function numbered(former: readonly Former[], present: number): readonly Former[] {
  const numbers = former.map(({ definition }) => Math.ceil(definition.version));
  return former.map((one, i) => {
    const number = numbers[i] ?? present;
    const isLast = number !== present && !numbers.includes(number, i + 1);
    const before = numbers.slice(0, i).filter((other) => other === number).length;
    const version = isLast ? number : number - 1 / (before + 2);
    return { ...one, definition: { ...one.definition, version } };
  });
}

const countsBy = ({ goals }: Definition, id: string): boolean => goals.some(({ calendarId }) => calendarId === id);

const renamed = (definition: Definition, id: string, to: string): Definition =>
  countsBy(definition, id)
    ? {
        ...definition,
        goals: definition.goals.map((goal) => (goal.calendarId === id ? { ...goal, calendarId: to } : goal)),
      }
    : definition;

/** A version that counts by the former hours of the calendars of which another does. */
function countedAs(next: Definition, other: Definition): Definition {
  const old = other.goals.map(({ calendarId }) => calendarId).filter((id) => id.includes('@'));
  return old.reduce((all, id) => renamed(all, id.slice(0, id.lastIndexOf('@')), id), next);
}
