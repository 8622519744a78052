import { commentField } from '../activity/comment-store';
import { componentsOf } from '../components/component';
import { componentShape } from '../components/component-shape';
import { linksField } from '../issues/link-store';
import { jiraTime } from '../jira-time';
import type { Json } from '../json';
import {
  categoryShape,
  issueTypeShape,
  priorityShape,
  projectShape,
  resolutionShape,
  statusShape,
  userShape,
} from '../shapes';
import type { World } from '../world';
import { activityFields } from './activity-fields';
import { readField as field, type ReadField } from './read-field';

const shown = <Key, Thing>(things: ReadonlyMap<Key, Thing>, key: Key | null, shape: (thing: Thing) => Json): Json => {
  const thing = key === null ? undefined : things.get(key);
  return thing === undefined ? null : shape(thing);
};

const person = (world: World, accountId: string | null): Json => shown(world.setup.users, accountId, userShape);

/** The system fields that are simulated, in the order of an answer. */
export const systemFields: readonly ReadField[] = [
  field('summary', 'Summary', 'string', (_world, { row }) => row.summary),
  field('issuetype', 'Issue Type', 'issuetype', (world, { row }) =>
    shown(world.setup.issueTypes, row.type_id, issueTypeShape),
  ),
  field('project', 'Project', 'project', (world, { row }) => shown(world.setup.projects, row.project_id, projectShape)),
  field('status', 'Status', 'status', (world, { row }) => shown(world.setup.statuses, row.status_id, statusShape)),
  field('statusCategory', 'Status Category', 'statusCategory', (world, { row }) =>
    shown(world.setup.statuses, row.status_id, categoryShape),
  ),
  field('statuscategorychangedate', 'Status Category Changed', 'datetime', (_world, { row }) =>
    jiraTime(row.status_changed),
  ),
  field('priority', 'Priority', 'priority', (world, { row }) =>
    shown(world.setup.priorities, row.priority_id, priorityShape),
  ),
  field('resolution', 'Resolution', 'resolution', (world, { row }) =>
    shown(world.setup.resolutions, row.resolution_id, resolutionShape),
  ),
  field('resolutiondate', 'Resolved', 'datetime', (_world, { row }) =>
    row.resolved === null ? null : jiraTime(row.resolved),
  ),
  field('created', 'Created', 'datetime', (_world, { row }) => jiraTime(row.created)),
  field('updated', 'Updated', 'datetime', (_world, { row }) => jiraTime(row.updated)),
  field('creator', 'Creator', 'user', (world, { row }) => person(world, row.creator)),
  field('reporter', 'Reporter', 'user', (world, { row }) => person(world, row.reporter)),
  field('assignee', 'Assignee', 'user', (world, { row }) => person(world, row.assignee)),
  field('labels', 'Labels', 'array', (_world, { row }) => JSON.parse(row.labels_json), 'string'),
  field(
    'components',
    'Components',
    'array',
    (world, { row }) => componentsOf(world.setup, row).map(componentShape),
    'component',
  ),
  field('description', 'Description', 'string', (_world, { row }) =>
    row.description_json === null ? null : JSON.parse(row.description_json),
  ),
  field('duedate', 'Due date', 'date', (_world, { row }) => row.due_date),
  field('issuelinks', 'Linked Issues', 'array', linksField, 'issuelinks'),
  field('comment', 'Comment', 'comments-page', commentField),
  ...activityFields,
];

/** Fields that Jira has and this site does not. */
export const missingFields: ReadonlySet<string> = new Set(
  `aggregateprogress environment fixVersions issuekey issuerestriction lastViewed security thumbnail
  versions`.split(/\s+/),
);
