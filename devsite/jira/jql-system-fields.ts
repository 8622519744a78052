import { type Asking, BY_EQUALITY, BY_ORDER, type JqlField } from './jql-field';
import {
  type Choice,
  choiceField,
  chosen,
  dateField,
  dayField,
  orderOf,
  personField,
  wordField,
  wordsOf,
} from './jql-field-kinds';
import type { Named, Status } from './setup';

const named = (things: ReadonlyMap<number, Named>): Choice[] =>
  [...things.values()].map(({ id, name }) => ({ id, names: [name] }));

const categoryNames = {
  TODO: ['To Do', 'new', '2'],
  IN_PROGRESS: ['In Progress', 'indeterminate', '4'],
  DONE: ['Done', '3'],
};
const categoryOrder = ['TODO', 'IN_PROGRESS', 'DONE'];

function statusesInCategory(text: string, statuses: Iterable<Status>): readonly number[] | undefined {
  const category = chosen(
    text,
    Object.entries(categoryNames).map(([id, names]) => ({ id, names })),
  )?.[0];
  return category === undefined
    ? undefined
    : [...statuses].filter((each) => each.category === category).map(({ id }) => id);
}

const statusCategory: JqlField = {
  ...choiceField('statusCategory', 'i.status_id', () => []),
  values: (text, { setup }) => statusesInCategory(text, setup.statuses.values()),
  order: ({ setup }) =>
    orderOf(
      'i.status_id',
      [...setup.statuses.values()]
        .sort((a, b) => categoryOrder.indexOf(a.category) - categoryOrder.indexOf(b.category))
        .map(({ id }) => id),
    ),
};

/** Least first, so that `>` and descending order mean what they say. */
const ranked = ({ setup }: Asking): Choice[] => named(setup.priorities as ReadonlyMap<number, Named>).reverse();

const priority: JqlField = {
  ...choiceField('priority', 'i.priority_id', ranked),
  operators: BY_ORDER,
  compare: (operator, text, asking) => {
    const ranks = ranked(asking).map(({ id }) => id);
    const [wanted] = chosen(text, ranked(asking)) ?? [];
    return wanted === undefined
      ? undefined
      : `${orderOf('i.priority_id', ranks)} ${operator} ${ranks.indexOf(wanted) + 1} AND i.priority_id IS NOT NULL`;
  },
};

const comments = `(SELECT group_concat(${wordsOf('c.body_json')}, ' ') FROM jira_comment c WHERE c.issue_id = i.id)`;
const wordTypes: readonly string[] = ['text', 'textarea'];

/** Everything written about an issue: what `text` searches. */
function everyWord({ setup }: Asking): string {
  const custom = [...setup.fields.values()]
    .filter(({ type }) => wordTypes.includes(type))
    .map(({ id, type }) =>
      type === 'text' ? `json_extract(i.custom_json, '$.${id}')` : wordsOf(`i.custom_json, '$.${id}'`),
    );
  const texts = ['i.summary', wordsOf('i.description_json'), comments, ...custom];
  return `(${texts.map((text) => `COALESCE(${text}, '')`).join(" || ' ' || ")})`;
}

const issueNamed: JqlField['values'] = (text, { issueIdOf }) => {
  const id = /^\d+$/.test(text) ? Number(text) : issueIdOf(text.toUpperCase());
  return id === undefined ? undefined : [id];
};

const issueKey: JqlField = {
  name: 'issuekey',
  operators: BY_ORDER,
  holds: 'one',
  sql: () => 'i.id',
  values: issueNamed,
  compare: (operator, text, { setup, bind }) => {
    const [, key, number] = /^([A-Za-z][A-Za-z0-9_]*)-(\d+)$/.exec(text) ?? [];
    const home = [...setup.projects.values()].find((each) => each.key === key?.toUpperCase());
    return home && `i.project_id = ${home.id} AND i.number ${operator} ${bind(Number(number))}`;
  },
  order: ({ setup }) => {
    const ids = [...setup.projects.values()].sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ id }) => id);
    return `(${orderOf('i.project_id', ids)} * 1000000000 + i.number)`;
  },
};

const labels: JqlField = {
  name: 'labels',
  operators: BY_EQUALITY,
  holds: 'many',
  sql: () => 'i.labels_json',
  values: (text) => [text],
  order: () => 'lower(i.labels_json)',
};

/** The `+` keeps SQLite from looking issues up by project, of which there are few, rather than by date. */
const project = choiceField('project', '+i.project_id', ({ setup }) =>
  [...setup.projects.values()].map(({ id, key, name }) => ({ id, names: [key, name] })),
);
const resolution = choiceField('resolution', 'i.resolution_id', ({ setup }) => named(setup.resolutions));

/** The fields every Jira has, by the names JQL knows them by, lower case. */
export const systemFields: ReadonlyMap<string, JqlField> = new Map<string, JqlField>([
  ['project', project],
  ['issuetype', choiceField('issuetype', 'i.type_id', ({ setup }) => named(setup.issueTypes))],
  ['type', choiceField('type', 'i.type_id', ({ setup }) => named(setup.issueTypes))],
  ['status', choiceField('status', 'i.status_id', ({ setup }) => named(setup.statuses))],
  ['statuscategory', statusCategory],
  ['priority', priority],
  ['resolution', { ...resolution, emptyWords: ['unresolved'] }],
  ['assignee', personField('assignee', 'i.assignee')],
  ['reporter', personField('reporter', 'i.reporter')],
  ['creator', personField('creator', 'i.creator')],
  ['created', dateField('created', 'i.created')],
  ['createddate', dateField('createdDate', 'i.created')],
  ['updated', dateField('updated', 'i.updated')],
  ['updateddate', dateField('updatedDate', 'i.updated')],
  ['resolved', dateField('resolved', 'i.resolved')],
  ['resolutiondate', dateField('resolutiondate', 'i.resolved')],
  ['due', dayField('due', 'i.due_date')],
  ['duedate', dayField('duedate', 'i.due_date')],
  ['key', issueKey],
  ['issuekey', issueKey],
  ['issue', issueKey],
  ['id', issueKey],
  ['labels', labels],
  ['summary', wordField('summary', 'i.summary')],
  ['description', wordField('description', wordsOf('i.description_json'))],
  ['comment', { ...wordField('comment', comments), operators: new Set(['~', '!~']) }],
  ['text', { ...wordField('text', ''), sql: everyWord, operators: new Set(['~', '!~']) }],
]);

/** Fields that JQL has and this site has not. */
export const notSimulatedFields: ReadonlySet<string> = new Set(
  `affectedversion approvals approver approvers attachments category component components customer-request-type development
  environment epic filter fixversion hierarchylevel issuelink issuelinktype lastviewed level organization organizations
  originalestimate parent parentproject projectcategory projecttype rank remainingestimate request
  request-channel-type request-last-activity-time savedfilter searchrequest sprint statuscategorychangeddate team timeestimate timeoriginalestimate
  timespent voter votes watcher watchers workratio worklogauthor worklogcomment worklogdate`.split(/\s+/),
);
