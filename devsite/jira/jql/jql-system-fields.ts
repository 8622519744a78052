import { readable } from '../activity/internal-comment';
import { activityFields } from './jql-activity-fields';
import { choiceFields, visibleProjects } from './jql-choices';
import { type Asking, BY_EQUALITY, BY_EQUALITY_THEN, BY_VALUE, type JqlField } from './jql-field';
import { chosen, dateField, dayField, personField, wordField, wordsField, wordsOf } from './jql-field-kinds';
import { issueFields } from './jql-issue-fields';

const comments = (asking: Asking): string =>
  `(SELECT group_concat(${wordsOf('c.body_json')}, ' ') FROM jira_comment c
  WHERE c.issue_id = i.id AND ${readable(asking, asking.accountId)})`;

/** What every word is part of, as it is kept: quicker to look through than the words themselves. */
const everythingKept = `lower(i.summary || COALESCE(i.description_json, '') || i.custom_json ||
  COALESCE((SELECT group_concat(c.body_json, ' ') FROM jira_comment c WHERE c.issue_id = i.id), ''))`;

const wordTypes: readonly string[] = ['text', 'textarea'];

/** Everything written about an issue: what `text` searches. */
function everyWord(asking: Asking): string {
  const custom = [...asking.setup.fields.values()]
    .filter(({ type }) => wordTypes.includes(type))
    .map(({ id, type }) =>
      type === 'text' ? `json_extract(i.custom_json, '$.${id}')` : wordsOf(`i.custom_json, '$.${id}'`),
    );
  const texts = ['i.summary', wordsOf('i.description_json'), comments(asking), ...custom];
  return `(${texts.map((text) => `COALESCE(${text}, '')`).join(" || ' ' || ")})`;
}

const labels: JqlField = {
  name: 'labels',
  kind: 'label',
  operators: BY_EQUALITY,
  holds: 'many',
  sql: () => 'i.labels_json',
  values: (text) => [text],
  order: () => 'lower(i.labels_json)',
};

/** Those of one name in the projects that whoever asks may look into. */
const component: JqlField = {
  name: 'component',
  kind: 'component',
  operators: BY_EQUALITY,
  holds: 'many',
  sql: () => 'i.components_json',
  values: (text, asking) => chosen(text, componentChoices(asking)),
  order: () => 'i.components_json',
  offers: (asking) =>
    [...new Set(componentChoices(asking).flatMap(({ names }) => names))].map((name) => ({
      value: name,
      displayName: name,
    })),
};

const componentChoices = (asking: Asking) =>
  visibleProjects(asking).flatMap(({ components }) => components.map(({ id, name }) => ({ id, names: [name] })));

/** A saved filter stands for its own conditions: a query is rewritten before these are asked for. */
const filter: JqlField = {
  name: 'filter',
  kind: 'saved_filter',
  operators: BY_VALUE,
  holds: 'one',
  sql: () => 'NULL',
  values: () => undefined,
};

/** The names under which JQL knows saved filters, lower case. */
export const filterNames: readonly string[] = ['filter', 'request', 'savedfilter', 'searchrequest'];

/** The fields every Jira has, by the names JQL knows them by, lower case. */
export const systemFields: ReadonlyMap<string, JqlField> = new Map<string, JqlField>([
  ...choiceFields,
  ...issueFields,
  ...activityFields,
  ['assignee', { ...personField('assignee', 'i.assignee'), operators: BY_EQUALITY_THEN }],
  ['reporter', { ...personField('reporter', 'i.reporter'), operators: BY_EQUALITY_THEN }],
  ['creator', personField('creator', 'i.creator')],
  ['created', dateField('created', 'i.created')],
  ['createddate', dateField('createdDate', 'i.created')],
  ['updated', dateField('updated', 'i.updated')],
  ['updateddate', dateField('updatedDate', 'i.updated')],
  ['resolved', dateField('resolved', 'i.resolved')],
  ['resolutiondate', dateField('resolutiondate', 'i.resolved')],
  ['statuscategorychangeddate', dateField('statusCategoryChangedDate', 'i.status_changed')],
  ['due', dayField('due', 'i.due_date')],
  ['duedate', dayField('duedate', 'i.due_date')],
  ['labels', labels],
  ['component', component],
  ['summary', wordField('summary', 'i.summary')],
  ['description', { ...wordField('description', wordsOf('i.description_json')), raw: 'lower(i.description_json)' }],
  ['comment', wordsField('comment', comments)],
  ['text', { ...wordsField('text', everyWord), raw: everythingKept }],
  ...filterNames.map((name) => [name, { ...filter, name }] as const),
]);

/** Fields that JQL has and this site has not. */
export const notSimulatedFields: ReadonlySet<string> = new Set(
  `affectedversion approvals approver approvers customer-request-type development environment epic
  fixversion lastviewed level organization organizations parentproject rank request-channel-type
  request-last-activity-time sprint team`.split(/\s+/),
);
