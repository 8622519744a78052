import { phrase, series } from '@fettle/kernel/names';
import type { Drift, Mend } from '@fettle/set-up/domain/drift';
import { partCalled } from './stage-texts';

/** What something that has changed since the set-up means for the clocks, and what to do about it. */
export interface DriftTold {
  readonly what: string;
  readonly means: string;
  readonly todo: string;
}

const kinds: Readonly<Record<string, string>> = {
  type: 'issue type',
  field: 'field',
  link: 'link type',
  project: 'project',
};

const noClock = 'No clock depends on it.';
const noMatrix =
  'Priority no longer follows from impact and urgency; clocks run on by the priority that each incident has.';

const meanings: Readonly<Record<string, string>> = {
  'type:incident': 'Issues that had it are of another type now, and have no clocks.',
  'field:impact': noMatrix,
  'field:urgency': noMatrix,
  'field:pending-reason': 'Clocks pause as before, but nobody is asked what an incident waits for.',
  'project:new': 'Its incidents are gone with it, and so are their clocks.',
};

/**
 * Jira may keep fields and projects in a trash:
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/#api-rest-api-3-field-id-restore-post (2026-11)
 */
const trashed: Readonly<Record<string, string>> = {
  field:
    'If Jira still has it in its trash of fields, restore it there. Else apply the plan: a new, empty one is made.',
  project: 'If Jira still has it in its trash, restore it there. Else apply the plan: a new one is made.',
};

const kindOf = (item: string): string => item.split(':')[0] ?? '';

function mended(item: string, mend: Mend): string {
  if (mend.code === 'made-anew') return trashed[kindOf(item)] ?? 'Apply the plan: a new one is made.';
  if (mend.code === 'replaced') return phrase`Apply the plan, and Fettle goes by “${mend.by}” in its place.`;
  return 'Choose below what takes its place, and apply the plan.';
}

const called = (kind: string, name: string | undefined): string => (name ? phrase`The ${kind} ${name}` : `A ${kind}`);

type Teller = {
  readonly [Code in Drift['code']]: (drift: Extract<Drift, { code: Code }>) => DriftTold;
};

const tellers: Teller = {
  'thing-gone': ({ of, item, mend }) => ({
    what: `${called(kinds[kindOf(item)] ?? '', of)} is gone.`,
    means: meanings[item] ?? noClock,
    todo: mended(item, mend),
  }),
  'parts-gone': ({ of, parts }) => ({
    what: phrase`Something of ${of} is gone: ${parts.map(partCalled).join(', ')}.`,
    means: 'Clocks run on.',
    todo: 'Apply the plan: it is made anew.',
  }),
  'fields-off-screens': ({ of, fields }) => ({
    what: phrase`${of} lacks fields on its screens: ${series(fields)}.`,
    means: 'They cannot be set there; clocks run on.',
    todo: 'Apply the plan to put them on its screens.',
  }),
  'types-out-of-project': ({ of }) => ({
    what: phrase`${of} lacks issue types that were added to it.`,
    means: 'No issue of these types can be raised there; clocks run on.',
    todo: 'Apply the plan to add them again.',
  }),
  'type-gone': ({ of }) => ({
    what: `${called('issue type', of)} of incidents is gone.`,
    means: 'Issues that had it are of another type now, and have no clocks.',
    todo: 'Apply the plan, and Fettle goes by those that are left.',
  }),
  'status-gone': ({ of }) => ({
    what: `${called('status', of)} is gone.`,
    means: 'Clocks paused in it; nothing pauses there any more.',
    todo: 'Choose below in which statuses they pause, and apply the plan.',
  }),
  'priority-gone': ({ of, levels }) => ({
    what: `${called('priority', of)} is gone, which stood for ${levels.map((level) => `P${level}`).join(', ')}.`,
    means: 'The matrix cannot give it, and goals that name it match nothing.',
    todo: 'Choose below what stands in its place, and apply the plan.',
  }),
  'options-without-level': ({ of, options }) => ({
    what: phrase`${of} has options without a level: ${series(options)}.`,
    means: 'Incidents that have one get no priority from impact and urgency; clocks run on.',
    todo: 'See below which level is proposed, and apply the plan.',
  }),
  'new-incident-types': ({ of }) => ({
    what: phrase`“${of}” is a type of incident that is not followed yet.`,
    means: 'Its issues have no clocks.',
    todo: 'Apply the plan to take them in.',
  }),
  'type-without-clock': ({ of, in: within }) => ({
    what: phrase`“${within}” was edited, and its scope does not name ${of}.`,
    means: 'Such issues have no such clock.',
    todo: 'Name it in the scope, under Service levels, if they should.',
  }),
  'status-without-pause': ({ of, in: within }) => ({
    what: phrase`“${within}” was edited, and does not pause in ${of}.`,
    means: 'Its clock runs on there.',
    todo: 'Add the pause under Service levels, if it should not.',
  }),
};

export const driftTold = <Code extends Drift['code']>(drift: Extract<Drift, { code: Code }>): DriftTold =>
  (tellers[drift.code] as Teller[Code])(drift);
