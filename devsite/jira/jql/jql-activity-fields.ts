import { secondsIn } from '../fields/duration';
import { type Asking, BY_EQUALITY, BY_ORDER, BY_PRESENCE, BY_VALUE, type JqlField, type Kind } from './jql-field';
import { dayField, people, personNamed, wordsField, wordsOf } from './jql-field-kinds';
import { offsetAt } from './jql-zone';

const persons = (name: string, table: string, column: string): JqlField => ({
  name,
  kind: 'user',
  operators: column === 'author' ? BY_VALUE : BY_EQUALITY,
  holds: 'rows',
  sql: () => `SELECT a.${column} AS value FROM ${table} a WHERE a.issue_id = i.id`,
  values: personNamed,
  offers: people,
});

/** The day a worklog was started, where the query is asked; the zone's offset is that of today. */
const worklogDays = ({ moment }: Asking): string => {
  const offset = offsetAt(moment.now, moment.timeZone) / 1_000;
  return `SELECT strftime('%Y-%m-%d', a.started / 1000 + ${offset}, 'unixepoch') AS value
    FROM jira_worklog a WHERE a.issue_id = i.id`;
};

/** There may be several days, so they stand in no order. */
const { order: _, ...worklogDay } = dayField('worklogDate', '');

const worklogWords = `(SELECT group_concat(${wordsOf('a.comment_json')}, ' ') FROM jira_worklog a WHERE a.issue_id = i.id)`;

const measure = (name: string, kind: Kind, sql: string, values: JqlField['values']): JqlField => ({
  name,
  kind,
  operators: BY_ORDER,
  holds: 'one',
  sql: () => sql,
  values,
  order: () => `COALESCE(${sql}, -1)`,
});

const numberNamed: JqlField['values'] = (text) => (/^-?\d+$/.test(text) ? [Number(text)] : undefined);

const countOf = (name: string, table: string): JqlField =>
  measure(name, 'number', `(SELECT count(*) FROM ${table} a WHERE a.issue_id = i.id)`, numberNamed);

/** A duration in seconds. */
const durationNamed: JqlField['values'] = (text) => {
  const seconds = secondsIn(text);
  return seconds === undefined ? undefined : [seconds];
};

const duration = (name: string, column: string): JqlField => measure(name, 'duration', `i.${column}`, durationNamed);

const attachments: JqlField = {
  name: 'attachments',
  kind: 'attachment',
  operators: BY_PRESENCE,
  holds: 'rows',
  sql: () => 'SELECT a.id AS value FROM jira_attachment a WHERE a.issue_id = i.id',
  values: () => undefined,
};

const workRatio = 'CASE WHEN i.original_estimate > 0 THEN 100 * COALESCE(i.time_spent, 0) / i.original_estimate END';

export const activityFields: readonly (readonly [name: string, field: JqlField])[] = [
  ['watcher', persons('watcher', 'jira_watcher', 'account_id')],
  ['watchers', countOf('watchers', 'jira_watcher')],
  ['voter', persons('voter', 'jira_vote', 'account_id')],
  ['votes', countOf('votes', 'jira_vote')],
  ['worklogauthor', persons('worklogAuthor', 'jira_worklog', 'author')],
  ['worklogdate', { ...worklogDay, holds: 'rows', sql: worklogDays }],
  ['worklogcomment', wordsField('worklogComment', worklogWords)],
  ['timespent', duration('timespent', 'time_spent')],
  ['originalestimate', duration('originalEstimate', 'original_estimate')],
  ['timeoriginalestimate', duration('timeoriginalestimate', 'original_estimate')],
  ['remainingestimate', duration('remainingEstimate', 'remaining_estimate')],
  ['timeestimate', duration('timeestimate', 'remaining_estimate')],
  ['workratio', measure('workratio', 'number', `(${workRatio})`, numberNamed)],
  ['attachments', attachments],
];
