import { CalendarDay, Moment } from '../../expressions/dates';
import { Entity, fromJson, type Property, type Value } from '../../expressions/values';
import { componentsOf } from '../components/component';
import { componentShape } from '../components/component-shape';
import type { Component, CustomField } from '../configuration/setup';
import { plainText } from '../fields/adf';
import { shownValue } from '../fields/custom-values';
import { readFields } from '../fields/field-selection';
import { type Issue, issueAddress, issueOf, visibleIssue } from '../issues/issue';
import type { Json } from '../json';
import type { IssueRow, LinkRow } from '../schema';
import { linkTypeShape } from '../shapes';
import { attachmentsOf, changelogsOf, commentsOf, peopleAt, worklogsOf } from './expression-activity';
import { personEntity, projectEntity } from './expression-people';
import {
  issueProperties,
  plainEntity,
  priorityEntity,
  resolutionEntity,
  richText,
  type Sight,
  statusEntity,
  typeEntity,
} from './expression-things';

type Properties = Readonly<Record<string, Property>>;

const of = <Key, Thing>(things: ReadonlyMap<Key, Thing>, key: Key | null, make: (thing: Thing) => Value): Value => {
  const thing = key === null ? undefined : things.get(key);
  return thing === undefined ? null : make(thing);
};

/** https://developer.atlassian.com/cloud/jira/platform/jira-expressions-type-reference/#component (2026-02) */
const componentEntity = (component: Component): Entity =>
  plainEntity('Component', component.id, { id: component.id, name: component.name }, () => componentShape(component));

const moment = (at: number | null): Value => (at === null ? null : new Moment(at));

const document = (json: Json): Value => (json ? richText(plainText(json), () => json) : null);

const now = (value: () => Value): Property => ({ value });
const loaded = (value: () => Value): Property => ({ expensive: true, value });

function basics(sight: Sight, { row }: Issue): Properties {
  const { setup } = sight.world;
  return {
    id: now(() => row.id),
    key: now(() => row.key),
    summary: now(() => row.summary),
    description: now(() => document(row.description_json === null ? null : JSON.parse(row.description_json))),
    environment: now(() => null),
    securityLevel: now(() => null),
    project: now(() => of(setup.projects, row.project_id, (project) => projectEntity(sight, project))),
    issueType: now(() => of(setup.issueTypes, row.type_id, typeEntity)),
    status: now(() => of(setup.statuses, row.status_id, statusEntity)),
    priority: now(() => of(setup.priorities, row.priority_id, priorityEntity)),
    resolution: now(() => of(setup.resolutions, row.resolution_id, resolutionEntity)),
    assignee: now(() => personEntity(sight, row.assignee)),
    reporter: now(() => personEntity(sight, row.reporter)),
    creator: now(() => personEntity(sight, row.creator)),
    created: now(() => moment(row.created)),
    updated: now(() => moment(row.updated)),
    resolutionDate: now(() => moment(row.resolved)),
    dueDate: now(() => (row.due_date === null ? null : new CalendarDay(row.due_date))),
    labels: now(() => fromJson(JSON.parse(row.labels_json))),
    components: now(() => componentsOf(setup, row).map(componentEntity)),
    versions: now(() => []),
    fixVersions: now(() => []),
  };
}

interface Kin {
  readonly original_estimate: number | null;
  readonly remaining_estimate: number | null;
  readonly time_spent: number | null;
  readonly parent_id: number | null;
}

const kinOf = ({ world }: Sight, id: number): Kin | undefined =>
  world.database
    .sql('SELECT original_estimate, remaining_estimate, time_spent, parent_id FROM jira_issue WHERE id = ?')
    .get<Kin>(id);

function children(sight: Sight, id: number): Value {
  const rows = sight.world.database.sql('SELECT * FROM jira_issue WHERE parent_id = ? ORDER BY id').all<IssueRow>(id);
  return rows.map((row) => issueEntity(sight, issueOf(row)));
}

/** Another issue, if it may be seen. */
export function seenIssue(sight: Sight, idOrKey: string): Value {
  const issue = visibleIssue(sight.world, sight.reader, idOrKey);
  return issue ? issueEntity(sight, issue) : null;
}

function links(sight: Sight, id: number): Value {
  const { database, setup } = sight.world;
  const rows = database
    .sql('SELECT * FROM jira_link WHERE inward_id = ? OR outward_id = ? ORDER BY id')
    .all<LinkRow>(id, id);
  return rows.flatMap((link) => {
    const isSource = link.inward_id === id;
    const linkedIssue = seenIssue(sight, String(isSource ? link.outward_id : link.inward_id));
    const type = setup.linkTypes.get(link.type_id);
    if (linkedIssue === null || !type) return [];
    const told = plainEntity('IssueLinkType', type.id, { ...type }, () => linkTypeShape(type));
    const direction = isSource ? 'outward' : 'inward';
    return [
      plainEntity('IssueLink', link.id, { id: link.id, type: told, direction, linkedIssue }, () => ({ id: link.id })),
    ];
  });
}

const activity = (sight: Sight, { row: { id } }: Issue): Properties => ({
  properties: loaded(() => issueProperties(sight, id)),
  comments: loaded(() => commentsOf(sight, id)),
  changelogs: loaded(() => changelogsOf(sight, id)),
  worklogs: loaded(() => worklogsOf(sight, id)),
  attachments: loaded(() => attachmentsOf(sight, id)),
  links: loaded(() => links(sight, id)),
  subtasks: loaded(() => children(sight, id)),
  childIssues: loaded(() => children(sight, id)),
  parent: loaded(() => {
    const parent = kinOf(sight, id)?.parent_id ?? null;
    return parent === null ? null : seenIssue(sight, String(parent));
  }),
  watchers: loaded(() => peopleAt(sight, 'jira_watcher', id)),
  watches: loaded(() => peopleAt(sight, 'jira_watcher', id).length),
  voters: loaded(() => peopleAt(sight, 'jira_vote', id)),
  votes: loaded(() => peopleAt(sight, 'jira_vote', id).length),
  originalEstimate: now(() => kinOf(sight, id)?.original_estimate ?? null),
  remainingEstimate: now(() => kinOf(sight, id)?.remaining_estimate ?? null),
  timeSpent: now(() => kinOf(sight, id)?.time_spent ?? null),
});

type Read = (kept: Json, sight: Sight) => Value;

const asShown: Partial<Record<CustomField['type'], Read>> = {
  datetime: (kept) => new Moment(kept),
  date: (kept) => new CalendarDay(kept),
  user: (kept, sight) => personEntity(sight, kept),
  textarea: document,
};

function customValue(sight: Sight, field: CustomField, kept: Json): Value {
  if (kept === undefined || kept === null) return null;
  return asShown[field.type]?.(kept, sight) ?? fromJson(shownValue(sight.world.setup, field, kept));
}

function shapeOf({ world, reader }: Sight, issue: Issue): Json {
  const fields = [...readFields(world).values()].map((field) => [field.id, field.read(world, issue, reader)]);
  const { id, key } = issue.row;
  return { id: String(id), key, self: issueAddress(issue.row), fields: Object.fromEntries(fields) };
}

/** An issue as expressions see it: https://developer.atlassian.com/cloud/jira/platform/jira-expressions-type-reference/#issue (2026-02) */
export function issueEntity(sight: Sight, issue: Issue): Entity {
  const { fields } = sight.world.setup;
  return new Entity({
    type: 'Issue',
    identity: String(issue.row.id),
    properties: { ...basics(sight, issue), ...activity(sight, issue) },
    other: (name) => {
      const field = fields.get(name);
      return field && loaded(() => customValue(sight, field, issue.custom[name]));
    },
    json: () => shapeOf(sight, issue),
  });
}
