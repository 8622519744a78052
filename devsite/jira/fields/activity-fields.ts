import { attachmentsField } from '../activity/attachment-store';
import { votesField, watchesField } from '../activity/followers';
import { progress, timeTracking, workRatio } from '../activity/time-tracking';
import { worklogsField } from '../activity/worklog-store';
import { childrenOf, type Issue, issueRow } from '../issues/issue';
import { relatedIssue } from '../issues/related-issue';
import type { Json } from '../json';
import type { World } from '../world';
import { readField as field, type ReadField } from './read-field';

function parentField(world: World, { row }: Issue): Json {
  const parent = row.parent_id === null ? undefined : issueRow(world, String(row.parent_id));
  return parent && relatedIssue(world, parent);
}

/** Only subtasks: what an epic holds is found by search. */
const subtasksField: ReadField['read'] = (world, { row }) =>
  childrenOf(world, row.id)
    .filter(({ type_id }) => world.setup.issueTypes.get(type_id)?.hierarchyLevel === -1)
    .map((child) => relatedIssue(world, child));

type Estimate = 'original_estimate' | 'remaining_estimate' | 'time_spent';

/** Seconds of the issue and its subtasks together. */
const together =
  (column: Estimate): ReadField['read'] =>
  (world, { row }) => {
    const known = [row, ...childrenOf(world, row.id)].flatMap((each) => each[column] ?? []);
    return known.length === 0 ? null : known.reduce((sum, seconds) => sum + seconds, 0);
  };

/** What people leave at an issue, what was planned of it, and what it belongs to. */
export const activityFields: readonly ReadField[] = [
  field('parent', 'Parent', 'issuelink', parentField),
  field('subtasks', 'Sub-tasks', 'array', subtasksField, 'issuelinks'),
  field('timetracking', 'Time tracking', 'timetracking', (_world, { row }) => timeTracking(row)),
  field('timeoriginalestimate', 'Original estimate', 'number', (_world, { row }) => row.original_estimate),
  field('timeestimate', 'Remaining Estimate', 'number', (_world, { row }) => row.remaining_estimate),
  field('timespent', 'Time Spent', 'number', (_world, { row }) => row.time_spent),
  field('aggregatetimeoriginalestimate', 'Σ Original Estimate', 'number', together('original_estimate')),
  field('aggregatetimeestimate', 'Σ Remaining Estimate', 'number', together('remaining_estimate')),
  field('aggregatetimespent', 'Σ Time Spent', 'number', together('time_spent')),
  field('progress', 'Progress', 'progress', (_world, { row }) => progress(row)),
  field('workratio', 'Work Ratio', 'number', (_world, { row }) => workRatio(row)),
  field('worklog', 'Log Work', 'array', worklogsField, 'worklog'),
  field('attachment', 'Attachment', 'array', attachmentsField, 'attachment'),
  field('watches', 'Watchers', 'watches', watchesField),
  field('votes', 'Votes', 'votes', votesField),
];

/** Fields of these that screens can hold, though no call sets them by their names. */
export const screenOnlyFields: ReadonlySet<string> = new Set(['timetracking', 'attachment', 'worklog']);
