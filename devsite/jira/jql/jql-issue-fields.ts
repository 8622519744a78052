import { BY_EQUALITY, BY_ORDER, BY_VALUE, type JqlField } from './jql-field';
import { orderOf } from './jql-field-kinds';

const issueNamed: JqlField['values'] = (text, { issueIdOf }) => {
  const id = /^\d+$/.test(text) ? Number(text) : issueIdOf(text.toUpperCase());
  return id === undefined ? undefined : [id];
};

/** The issue itself, by key or id; `<` and its like compare numbers within one project. */
const issueKey: JqlField = {
  name: 'issuekey',
  kind: 'issue',
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

const parent: JqlField = {
  name: 'parent',
  kind: 'issue',
  operators: BY_EQUALITY,
  holds: 'one',
  sql: () => 'i.parent_id',
  values: issueNamed,
  order: () => 'COALESCE(i.parent_id, 0)',
};

/** The issues at the other ends of its links. */
const issueLink: JqlField = {
  name: 'issueLink',
  kind: 'issue',
  operators: BY_EQUALITY,
  holds: 'rows',
  sql: () => `SELECT l.outward_id AS value FROM jira_link l WHERE l.inward_id = i.id
    UNION ALL SELECT l.inward_id FROM jira_link l WHERE l.outward_id = i.id`,
  values: issueNamed,
};

/** A link is told by its type's id and the end at which the issue stands: `o` where it does what the type says. */
const issueLinkType: JqlField = {
  name: 'issueLinkType',
  kind: 'issue_link_type',
  operators: BY_VALUE,
  holds: 'rows',
  sql: () => `SELECT l.type_id || 'o' AS value FROM jira_link l WHERE l.inward_id = i.id
    UNION ALL SELECT l.type_id || 'i' FROM jira_link l WHERE l.outward_id = i.id`,
  values: (text, { setup }) => {
    const wanted = text.toLowerCase();
    const ends = [...setup.linkTypes.values()].flatMap(({ id, name, inward, outward }) => [
      ...([name, outward, String(id)].some((each) => each.toLowerCase() === wanted) ? [`${id}o`] : []),
      ...([name, inward, String(id)].some((each) => each.toLowerCase() === wanted) ? [`${id}i`] : []),
    ]);
    return ends.length > 0 ? ends : undefined;
  },
  offers: ({ setup }) =>
    [...setup.linkTypes.values()]
      .flatMap(({ inward, outward }) => [outward, inward])
      .map((words) => ({ value: words, displayName: words })),
};

export const issueFields: readonly (readonly [name: string, field: JqlField])[] = [
  ['key', issueKey],
  ['issuekey', issueKey],
  ['issue', issueKey],
  ['id', issueKey],
  ['parent', parent],
  ['issuelink', issueLink],
  ['issuelinktype', issueLinkType],
];
