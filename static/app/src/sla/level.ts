import type { WorkingCalendar } from '@fettle/calendar/working-calendar';
import { type WorkingTime, workingTime } from '@fettle/calendar/working-time';
import type { Instant } from '@fettle/kernel/time';
import type { ServiceLevels } from '@fettle/sla/contract';
import type { Clock, Cycle } from '@fettle/sla/domain/clock';
import { holds } from '@fettle/sla/domain/condition';
import type { Definition } from '@fettle/sla/domain/definition';
import { type Explanation, explain } from '@fettle/sla/domain/explain';
import type { Names } from '@fettle/sla/domain/names';
import { type Appearance, appearance } from '@fettle/sla/domain/presentation';
import { replay } from '@fettle/sla/domain/replay';
import type { Calendars } from '@fettle/sla/domain/segments';
import { latestValues } from '@fettle/sla/domain/values';
import { notSent } from './not-sent';

/** One clock of the issue at one instant, with all that is drawn of it. */
export interface Level {
  readonly definition: Definition;
  readonly clock: Clock;
  readonly look: Appearance;
  readonly explanation: Explanation;
  /** What was not sent of its escalations, in sentences. */
  readonly notSent: readonly string[];
  /** What the last cycle is measured by; absent while nothing has started. */
  readonly current?: { readonly cycle: Cycle; readonly calendar: WorkingCalendar; readonly time: WorkingTime };
}

/** Each calendar is compiled once. */
export function compiled(calendars: readonly WorkingCalendar[]): Calendars {
  const times = new Map(calendars.map((calendar) => [calendar.id, workingTime(calendar)]));
  return (id) => {
    const time = times.get(id);
    if (!time) throw new Error(`A goal names the calendar ${id}, which there is not.`);
    return time;
  };
}

/** The clocks of the issue at `now`, in the order of their slots; those of definitions that do not concern it left out. */
export function levelsAt(levels: ServiceLevels, calendars: Calendars, names: Names, now: Instant): readonly Level[] {
  const { facts, definitions, escalations } = levels;
  const values = latestValues(facts);
  return definitions
    .map((definition) => ({ definition, clock: replay(facts, definition, calendars, now) }))
    .filter(({ definition, clock }) => clock.cycle > 0 || holds(definition.scope, values))
    .sort((a, b) => a.definition.slot - b.definition.slot)
    .map(({ definition, clock }) => {
      const current = currentOf(levels, clock, calendars);
      return {
        definition,
        clock,
        look: appearance(clock, now, current?.time.isOpen(now) ?? false),
        notSent: notSent(definition, escalations, names),
        explanation: explain({ facts, definition, clock, calendars, now, names }),
        ...(current && { current }),
      };
    });
}

function currentOf({ calendars: known }: ServiceLevels, { cycles }: Clock, calendars: Calendars): Level['current'] {
  const cycle = cycles.at(-1);
  const calendar = known.find(({ id }) => id === cycle?.calendarId);
  return cycle && calendar && { cycle, calendar, time: calendars(calendar.id) };
}

/** When one of the clocks will look different, as far as that is known now. */
export const milestonesOf = (levels: readonly Level[]): readonly Instant[] =>
  levels.flatMap(({ clock }) => [
    ...(clock.breachAt === null ? [] : [clock.breachAt]),
    ...(clock.cycles.at(-1)?.thresholds ?? []).flatMap(({ at }) => (at === null ? [] : [at])),
  ]);
