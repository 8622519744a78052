import { shownTo } from '../activity/visibility';
import { secondsIn } from '../fields/duration';
import { type Asking, BY_EQUALITY, BY_ORDER, BY_PRESENCE, BY_VALUE, type JqlField, type Kind } from './jql-field';
import { dayField, people, personNamed, wordsField, wordsOf } from './jql-field-kinds';
import { offsetAt } from './jql-zone';

const persons = (name: string, table: string): JqlField => ({
  name,
  kind: 'user',
  operators: BY_EQUALITY,
  holds: 'rows',
  sql: () => `SELECT a.account_id AS value FROM ${table} a WHERE a.issue_id = i.id`,
  values: personNamed,
  offers: people,
});

/** SQL that holds for worklogs `a` of the issue that the one who asks may see. */
const shown = (asking: Asking): string => `a.issue_id = i.id AND ${shownTo(asking, asking.accountId, 'a')}`;

const worklogAuthor: JqlField = {
  ...persons('worklogAuthor', 'jira_worklog'),
  operators: BY_VALUE,
  sql: (asking) => `SELECT a.author AS value FROM jira_worklog a WHERE ${shown(asking)}`,
};

/** The day a worklog was started, where the query is asked; the zone's offset is that of today. */
const worklogDays = (asking: Asking): string => {
  const { moment } = asking;
  const offset = offsetAt(moment.now, moment.timeZone) / 1_000;
  return `SELECT strftime('%Y-%m-%d', a.started / 1000 + ${offset}, 'unixepoch') AS value
    FROM jira_worklog a WHERE ${shown(asking)}`;
};

/** There may be several days, so they stand in no order. */
const { order: _, ...worklogDay } = dayField('worklogDate', '');

const worklogWords = (asking: Asking): string =>
  `(SELECT group_concat(${wordsOf('a.comment_json')}, ' ') FROM jira_worklog a WHERE ${shown(asking)})`;

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
  ['watcher', persons('watcher', 'jira_watcher')],
  ['watchers', countOf('watchers', 'jira_watcher')],
  ['voter', persons('voter', 'jira_vote')],
  ['votes', countOf('votes', 'jira_vote')],
  ['worklogauthor', worklogAuthor],
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
