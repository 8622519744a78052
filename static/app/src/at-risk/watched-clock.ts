import { type Duration, type Instant, instant } from '@fettle/kernel/time';
import { askedPrefix } from '@fettle/sla/domain/answers';
import { type FieldValues, fieldsOf, holds } from '@fettle/sla/domain/condition';
import type { Definition, Goal } from '@fettle/sla/domain/definition';
import { type Appearance, appearances } from '@fettle/sla/domain/presentation';
import type { Calendars } from '@fettle/sla/domain/segments';
import type { Slot } from '@fettle/sla/domain/slot';
import { slotsProperty } from '@fettle/sla/domain/slot-aliases';
import type { FoundIssue } from '../jira/ask-jira';

export interface Person {
  readonly accountId: string;
  readonly displayName: string;
}

/** What the list shows of an issue. */
export interface WatchedIssue {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly priority: string;
  readonly assignee: Person | null;
}

/** A clock that has a due instant, as the issue's own property and fields tell it. */
export interface WatchedClock {
  readonly issue: WatchedIssue;
  readonly definition: Definition;
  /** The goal that its fields match now; undefined where none does. */
  readonly goal: Goal | undefined;
  readonly state: 'running' | 'paused';
  readonly due: Instant;
}

/** The issue property, as far as it is read here. */
interface SlotsProperty {
  readonly slots?: Readonly<Record<string, Pick<Slot, 'state' | 'due'>>>;
}

/** The fields that decide which goal a clock has. */
export const goalFields = (definitions: readonly Definition[]): readonly string[] => [
  ...new Set(
    definitions
      .flatMap(({ goals }) => goals.flatMap(({ condition }) => fieldsOf(condition)))
      .filter((field) => !field.startsWith(askedPrefix)),
  ),
];

/** The clocks of an issue that are due at an instant; `answers`: what Jira says of the parts that only it can judge. */
export function clocksOf(
  { id, key, fields, properties }: FoundIssue,
  definitions: readonly Definition[],
  answers: FieldValues = {},
): readonly WatchedClock[] {
  const { slots = {} } = (properties?.[slotsProperty] ?? {}) as SlotsProperty;
  const { summary, priority, assignee } = fields as {
    readonly summary?: string;
    readonly priority?: { readonly name: string } | null;
    readonly assignee?: Person | null;
  };
  const issue = { id, key, summary: summary ?? '', priority: priority?.name ?? '', assignee: assignee ?? null };
  const values = { ...answers, ...valuesOf(fields) };
  return definitions.flatMap((definition) => {
    const slot = slots[String(definition.slot)];
    if (!slot?.due || (slot.state !== 'running' && slot.state !== 'paused')) return [];
    const goal = definition.goals.find(({ condition }) => holds(condition, values));
    return [{ issue, definition, goal, state: slot.state, due: instant(slot.due) }];
  });
}

const valuesOf = (fields: FoundIssue['fields']): FieldValues =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, idOf(value)]));

/** A field's value as conditions know it: an id, an account id, or the text itself. */
function idOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return String(value);
  const { id, accountId } = value as { readonly id?: unknown; readonly accountId?: unknown };
  const named = accountId ?? id;
  return named === undefined ? null : String(named);
}

/** Working time until a clock is due, negative beyond it; the time on the wall where its calendar is not known. */
export function leftOf({ goal, due }: WatchedClock, calendars: Calendars, now: Instant): Duration {
  return goal ? calendars(goal.calendarId).elapsed(now, due) : ((due - now) as Duration);
}

/** How a clock looks, as the issue's own panel has it. */
export function lookOf(clock: WatchedClock, calendars: Calendars, now: Instant): Appearance {
  const { goal, definition, state, due } = clock;
  const left = leftOf(clock, calendars, now);
  // Used up exactly at closing, it is breached in the next open hour; an agreed date is breached when it has passed.
  if (left < 0 || (goal?.dateField && due < now)) return appearances.breached;
  if (state === 'paused') return appearances.paused;
  const isAtRisk = goal && definition.thresholds.some(({ share }) => share < 1 && left <= goal.target * (1 - share));
  if (isAtRisk) return appearances['at-risk'];
  return goal && !calendars(goal.calendarId).isOpen(now) ? appearances['outside-hours'] : appearances.running;
}
