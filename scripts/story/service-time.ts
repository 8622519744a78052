import { defaultCalendars } from '../../src/calendar/default-calendars';
import { type WorkingTime, workingTime } from '../../src/calendar/working-time';
import { type Duration, type Instant, minutes } from '../../src/kernel/time';
import { businessHours, defaultDefinitions, roundTheClock } from '../../src/sla/default-definitions';

/** Monday 16 November 2026, 11:00 in Berlin: where the story ends and the site's clock begins to run. */
export const storyEnd = Date.UTC(2026, 10, 16, 10);

const day = 24 * 60 * 60_000;
export const storyStart = storyEnd - 30 * day;

const priorities = ['Highest', 'High', 'Medium', 'Low', 'Lowest'];
const [response, resolution] = defaultDefinitions({ priorities });
const calendars = defaultCalendars({ business: businessHours, always: roundTheClock }, 2026);
const times = new Map(calendars.map((calendar) => [calendar.id, workingTime(calendar)]));

/** How an incident of a priority is served as the app comes: its people work by the hours that its clocks count. */
export interface Service {
  readonly response: Duration;
  readonly resolution: Duration;
  /** The instant at which so much working time has passed after another, or had passed before it. */
  after(start: number, amount: number): number;
  /** A minute into the first working time at or after an instant. */
  resumed(at: number): number;
  elapsed(from: number, to: number): number;
}

export function serviceOf(priority: number): Service {
  const goal = response?.goals[priority - 1];
  const target = resolution?.goals[priority - 1]?.target;
  const time = goal && times.get(goal.calendarId);
  if (!time || target === undefined) throw new Error(`There is no priority ${priority}.`);
  const after = (start: number, amount: number) => wholeSecond(later(time, start, amount));
  return {
    response: goal.target,
    resolution: target,
    after,
    resumed: (at) => after(at, minutes(1)),
    elapsed: (from, to) => time.elapsed(from as Instant, to as Instant),
  };
}

const wholeSecond = (at: number): number => Math.round(at / 1_000) * 1_000;

function later(time: WorkingTime, start: number, amount: number): number {
  const at = time.dueAfter(start as Instant, Math.round(amount) as Duration);
  if (at === undefined) throw new Error('The calendars end before the story does.');
  return at;
}

/** Desk people close and tidy up in business hours, whatever the priority. */
export const officeHours = serviceOf(3);
