import { Unfit } from '../fields/custom-values';
import { durationText, secondsIn } from '../fields/duration';
import type { Issue } from '../issues/issue';
import type { Json } from '../json';
import type { IssueRow } from '../schema';

/** The estimates that a body sets, by the ids under which histories know them. */
const estimates = { originalEstimate: 'timeoriginalestimate', remainingEstimate: 'timeestimate' } as const;

function secondsOf(value: Json): number | null {
  if (value === null || value === '') return null;
  const seconds = typeof value === 'string' ? secondsIn(value) : undefined;
  if (seconds === undefined) throw new Unfit(`'${value}' is not a valid duration. Use the form 1w 2d 3h 4m.`);
  return Math.round(seconds);
}

/**
 * What `timetracking` of a body sets. An original estimate is what remains, too, as long as nothing else is known of it.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/ (2026-11)
 */
export function keptEstimates(value: Json, issue: Issue | undefined): readonly (readonly [string, Json])[] {
  if (typeof value !== 'object' || value === null) throw new Unfit('Time tracking must be an object.');
  const strange = Object.keys(value).find((name) => !(name in estimates) && !name.endsWith('Seconds'));
  if (strange !== undefined) throw new Unfit(`Time tracking has no '${strange}' that can be set.`);
  const kept = Object.entries(estimates).flatMap(([name, id]) =>
    value[name] === undefined ? [] : [[id, secondsOf(value[name])] as const],
  );
  const given = new Map<string, number | null>(kept);
  const original = given.get(estimates.originalEstimate);
  const isFirst = (issue?.row.remaining_estimate ?? null) === null && (issue?.row.time_spent ?? null) === null;
  if (original !== undefined && !given.has(estimates.remainingEstimate) && isFirst)
    given.set(estimates.remainingEstimate, original);
  return [...given];
}

const told = (name: string, seconds: number | null): Json =>
  seconds === null ? {} : { [name]: durationText(seconds), [`${name}Seconds`]: seconds };

/** The issue's field `timetracking`; what is not known is left out. */
export const timeTracking = ({ original_estimate, remaining_estimate, time_spent }: IssueRow): Json => ({
  ...told('originalEstimate', original_estimate),
  ...told('remainingEstimate', remaining_estimate),
  ...told('timeSpent', time_spent),
});

/** What was spent of what was meant to be, in percent; -1 where nothing was. */
export const workRatio = ({ original_estimate, time_spent }: IssueRow): number =>
  original_estimate ? Math.floor((100 * (time_spent ?? 0)) / original_estimate) : -1;

/** What was done of all that is to do. */
export function progress({ remaining_estimate, time_spent }: IssueRow): Json {
  const done = time_spent ?? 0;
  const total = done + (remaining_estimate ?? 0);
  return { progress: done, total, ...(total > 0 && { percent: Math.floor((100 * done) / total) }) };
}
