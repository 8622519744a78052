import { refuse } from '../refusal';
import { instantIn } from './jql-dates';
import type { Asking, SqlValue } from './jql-field';
import { personNamed } from './jql-field-kinds';
import type { JqlFunction } from './jql-function';

const idsOf = ({ database }: Asking, sql: string, ...values: readonly SqlValue[]): readonly number[] =>
  database
    .sql(sql)
    .all<{ id: number }>(...values)
    .map(({ id }) => id);

/** Which ends of which link types a description names: all of them when it is absent. */
function ends({ setup }: Asking, words: string | undefined) {
  const types = [...setup.linkTypes.values()];
  const outward = types.filter((type) => words === undefined || type.outward === words).map(({ id }) => id);
  const inward = types.filter((type) => words === undefined || type.inward === words).map(({ id }) => id);
  if (words !== undefined && outward.length + inward.length === 0)
    throw refuse(400, `Issue link type '${words}' could not be found in function 'linkedIssues'.`);
  return { outward, inward };
}

const linked = `
SELECT outward_id AS id FROM jira_link WHERE inward_id = ? AND type_id IN (SELECT value FROM json_each(?))
UNION SELECT inward_id FROM jira_link WHERE outward_id = ? AND type_id IN (SELECT value FROM json_each(?))`;

const linkedIssues: JqlFunction['values'] = ([key = '', words], asking) => {
  const id = /^\d+$/.test(key) ? Number(key) : asking.issueIdOf(key.toUpperCase());
  if (id === undefined) throw refuse(400, `Issue '${key}' could not be found in function 'linkedIssues'.`);
  const { outward, inward } = ends(asking, words);
  return idsOf(asking, linked, id, JSON.stringify(outward), id, JSON.stringify(inward));
};

const updated = `
SELECT issue_id AS id FROM jira_history WHERE author = ?1 AND at BETWEEN ?2 AND ?3
UNION SELECT id FROM jira_issue WHERE creator = ?1 AND created BETWEEN ?2 AND ?3
UNION SELECT issue_id FROM jira_comment WHERE (author = ?1 AND created BETWEEN ?2 AND ?3)
  OR (update_author = ?1 AND updated BETWEEN ?2 AND ?3)`;

function instant(text: string | undefined, otherwise: number, { moment }: Asking): number {
  if (text === undefined) return otherwise;
  const at = instantIn(text, moment);
  if (at === undefined) throw refuse(400, `Date value '${text}' for function 'updatedBy' is invalid.`);
  return at;
}

const updatedBy: JqlFunction['values'] = ([person = '', from, to], asking) => {
  const accounts = personNamed(person, asking);
  if (!accounts) throw refuse(400, `The user '${person}' does not exist in function 'updatedBy'.`);
  const [after, before] = [instant(from, 0, asking), instant(to, Number.MAX_SAFE_INTEGER, asking)];
  return accounts.flatMap((accountId) => idsOf(asking, updated, accountId, after, before));
};

const marked =
  (table: string): JqlFunction['values'] =>
  (_given, asking) =>
    idsOf(asking, `SELECT issue_id AS id FROM ${table} WHERE account_id = ?`, asking.accountId);

const many = { kind: 'issue', list: true } as const;

/** Functions that answer issues, by id. */
export const issueFunctions: readonly JqlFunction[] = [
  { ...many, name: 'linkedIssues', takes: [1, 2], values: linkedIssues },
  { ...many, name: 'updatedBy', takes: [1, 3], values: updatedBy },
  { ...many, name: 'votedIssues', takes: [0, 0], values: marked('jira_vote') },
  { ...many, name: 'watchedIssues', takes: [0, 0], values: marked('jira_watcher') },
];
