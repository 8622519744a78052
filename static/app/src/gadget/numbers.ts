import { slotAlias } from '@fettle/sla/domain/slot-aliases';
import { all, any, ofProjects } from '../jira/jql-words';
import { breachedAndOpenIn } from '../sla/open-in-jql';
import type { GadgetSettings, Period } from './gadget-settings';

export type NumberName = 'met' | 'breached' | 'openBreached';
export const numberNames: readonly NumberName[] = ['met', 'breached', 'openBreached'];

/** JQL knows no quarter: it begins one, two or three months back from the next month's start. */
const beginOf = (period: Period, month: number): string =>
  ({
    week: 'startOfWeek()',
    month: 'startOfMonth()',
    quarter: month % 3 === 0 ? 'startOfMonth()' : `startOfMonth("-${month % 3}M")`,
    days30: '-30d',
  })[period];

/**
 * The query behind each number; `month`: of the viewer's calendar, from 0. What has ended is counted by when the incident
 * was created, since a slot does not tell when its clock stopped; what is open and breached is counted whenever it began.
 */
export function queriesOf(
  { projects, period }: Pick<GadgetSettings, 'projects' | 'period'>,
  slot: number,
  month: number,
): Readonly<Record<NumberName, string>> {
  const [state, result] = [slotAlias(slot, 'State'), slotAlias(slot, 'Result')];
  const within = all(ofProjects(projects), `created >= ${beginOf(period, month)}`);
  return {
    met: all(`${state} = completed AND ${result} = met`, within),
    breached: all(`${state} = completed AND ${result} = breached`, within),
    openBreached: all(breachedAndOpenIn(slot), ofProjects(projects)),
  };
}

/** What the share is of: all that ended. */
export const endedOf = ({ met, breached }: Pick<Readonly<Record<NumberName, string>>, 'met' | 'breached'>): string =>
  any([met, breached]);

export type Numbers = Readonly<Record<NumberName, number>>;

/** The share of what has ended that was met, in whole percent; undefined while nothing has. */
export const metShare = ({ met, breached }: Numbers): number | undefined =>
  met + breached === 0 ? undefined : Math.floor((met / (met + breached)) * 100);

/** The month of an instant in a zone, from 0. */
export const monthIn = (at: number, timeZone: string): number =>
  Number(new Intl.DateTimeFormat('en-GB', { month: 'numeric', timeZone }).format(at)) - 1;
