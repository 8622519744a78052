import type { Named, Project, Status } from '../configuration/setup';
import { isShut } from '../permissions/app-access-rule';
import { held } from '../permissions/permissions';
import {
  type Asking,
  BY_EQUALITY_THEN,
  BY_ORDER,
  BY_ORDER_THEN,
  BY_VALUE,
  type JqlField,
  type SqlValue,
} from './jql-field';
import { type Choice, choiceField, chosen, orderOf } from './jql-field-kinds';

const named = (things: ReadonlyMap<number, Named>): Choice[] =>
  [...things.values()].map(({ id, name }) => ({ id, names: [name] }));

/** SQL of what a column's id leads to; null for every other. */
const mapped = (column: string, pairs: readonly (readonly [id: number, value: SqlValue])[]): string =>
  pairs.length === 0
    ? 'NULL'
    : `CASE ${column} ${pairs.map(([id, value]) => `WHEN ${id} THEN ${value}`).join(' ')} END`;

const categoryNames = {
  TODO: ['new', '2', 'To Do'],
  IN_PROGRESS: ['indeterminate', '4', 'In Progress'],
  DONE: ['3', 'Done'],
};
const categories: readonly Choice[] = Object.entries(categoryNames).map(([id, names]) => ({ id, names }));
const categoryOrder = Object.keys(categoryNames);

function statusesInCategory(text: string, statuses: Iterable<Status>): readonly number[] | undefined {
  const category = chosen(text, categories)?.[0];
  return category === undefined
    ? undefined
    : [...statuses].filter((each) => each.category === category).map(({ id }) => id);
}

const statusCategory: JqlField = {
  ...choiceField('statusCategory', 'status_category', 'i.status_id', () => categories),
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
const ranked = ({ setup }: Asking): Choice[] => named(setup.priorities).reverse();

const priority: JqlField = {
  ...choiceField('priority', 'priority', 'i.priority_id', ranked),
  operators: BY_ORDER_THEN,
  compare: (operator, text, asking) => {
    const ranks = ranked(asking).map(({ id }) => id);
    const [wanted] = chosen(text, ranked(asking)) ?? [];
    return wanted === undefined
      ? undefined
      : `${orderOf('i.priority_id', ranks)} ${operator} ${ranks.indexOf(wanted) + 1} AND i.priority_id IS NOT NULL`;
  },
};

/** The projects that whoever asks may look into, or some issues of them: no other exists for them. */
export const visibleProjects = ({ setup, accountId }: Asking): readonly Project[] =>
  [...setup.projects.values()].filter(
    (project) => isShut(project) || held(setup, accountId, 'BROWSE_PROJECTS', project) !== 'never',
  );

/** The `+` keeps SQLite from looking issues up by project, of which there are few, rather than by date. */
const project = choiceField('project', 'project', '+i.project_id', (asking) =>
  visibleProjects(asking).map(({ id, key, name }) => ({ id, names: [key, name] })),
);

const projectTypes: readonly Choice[] = [
  { id: 'software', names: ['software'] },
  { id: 'business', names: ['business'] },
  { id: 'service_desk', names: ['service_desk'] },
];

const projectType: JqlField = {
  ...choiceField('projectType', 'project_type', '', () => projectTypes),
  operators: BY_VALUE,
  sql: ({ setup }) =>
    mapped(
      'i.project_id',
      [...setup.projects.values()].map(({ id, type }) => [id, `'${type}'`]),
    ),
  order: () => 'i.project_id',
};

const category: JqlField = {
  ...choiceField('category', 'project_category', '', ({ setup }) => named(setup.projectCategories ?? new Map())),
  sql: ({ setup }) =>
    mapped(
      'i.project_id',
      [...setup.projects.values()].flatMap(({ id, categoryId }) =>
        categoryId === undefined ? [] : [[id, categoryId] as const],
      ),
    ),
  order: () => 'i.project_id',
};

const hierarchyLevel: JqlField = {
  ...choiceField('hierarchyLevel', 'hierarchy_level', '', ({ setup }) =>
    [...new Set([...setup.issueTypes.values()].map((type) => type.hierarchyLevel))].map((level) => ({
      id: level,
      names: [String(level)],
    })),
  ),
  operators: BY_ORDER,
  sql: ({ setup }) =>
    mapped(
      'i.type_id',
      [...setup.issueTypes.values()].map(({ id, hierarchyLevel: level }) => [id, level]),
    ),
  values: (text) => (/^-?\d+$/.test(text) ? [Number(text)] : undefined),
  order: () => 'i.type_id',
};

const issueType = choiceField('issuetype', 'issue_type', 'i.type_id', ({ setup }) => named(setup.issueTypes));
const status = choiceField('status', 'status', 'i.status_id', ({ setup }) => named(setup.statuses));
const resolution = choiceField('resolution', 'resolution', 'i.resolution_id', ({ setup }) => named(setup.resolutions));

export const choiceFields: readonly (readonly [name: string, field: JqlField])[] = [
  ['project', project],
  ['projecttype', projectType],
  ['category', category],
  ['projectcategory', category],
  ['issuetype', issueType],
  ['type', { ...issueType, name: 'type' }],
  ['hierarchylevel', hierarchyLevel],
  ['status', { ...status, operators: BY_EQUALITY_THEN }],
  ['statuscategory', statusCategory],
  ['priority', priority],
  ['resolution', { ...resolution, emptyWords: ['unresolved'], operators: BY_EQUALITY_THEN }],
];
