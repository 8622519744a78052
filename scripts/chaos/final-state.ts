import type { Client } from '../../devsite/jira/jira';
import type { Site } from '../../devsite/site';
import { auditEntity } from '../../src/audit/audit-entry';
import { anchorSubject } from '../../src/audit/domain/anchor';
import type { AuditEntry } from '../../src/audit/domain/entry';
import { clocksOf } from '../../src/journeys/clocks-of';
import { type Configuration, configurationKey, readConfiguration } from '../../src/journeys/configuration';
import { intakeKey } from '../../src/journeys/intake';
import { leadsKey } from '../../src/journeys/project-lead';
import { recountKey } from '../../src/journeys/recount';
import { repairedKey } from '../../src/journeys/repair-incidents';
import { reportedKey } from '../../src/journeys/report-people';
import { unmendedKey } from '../../src/journeys/unmended';
import { projectsKey } from '../../src/journeys/watch-projects';
import type { Instant } from '../../src/kernel/time';
import { type ClockRecord, clockEntity } from '../../src/sla/clock-entity';
import { dueEntity } from '../../src/sla/due-entry';
import { sweptKey } from '../../src/sla/sweep';
import { adminAccount } from '../replay/log-site';
import { mapped } from './pieces';

/** One part of a site's state, by issue key or by whatever else tells its pieces apart. */
type Part = Readonly<Record<string, unknown>>;

/** All that two runs over one log have to agree on; plain JSON, so that it can go from process to process. */
export interface FinalState {
  readonly fields: Part;
  readonly properties: Part;
  readonly comments: Readonly<Record<string, Comments>>;
  readonly mailbox: Readonly<Record<string, readonly MailTold[]>>;
  readonly clocks: Readonly<Record<string, ClockTold>>;
  readonly dueEntries: Part;
  readonly audit: Readonly<Record<string, readonly AuditTold[]>>;
  readonly definitions: Part;
  readonly settings: Part;
  /** Not compared: by it is told what a difference comes from. */
  readonly timing: Readonly<Record<string, Timing>>;
}

/** Epoch milliseconds, to the second. */
interface Timing {
  /** When the app set the issue's priority. */
  readonly ownPriorities: readonly number[];
  /** When the clock of each slot ended; null for one that has not. */
  readonly ends: Readonly<Record<string, number | null>>;
}

export type PartName = Exclude<keyof FinalState, 'timing'>;

/**
 * A site's state without ids and write times. What is left out beside them, and why, stands where it is left out; an issue
 * is told by its key.
 */
export function finalState(site: Site): FinalState {
  const admin = site.jira.as(adminAccount);
  const issues = issuesOf(site);
  const keyOf = (id: string): string => issues.get(id) ?? id;
  const ofIssues = <Told>(told: (id: string) => Told): Readonly<Record<string, Told>> =>
    Object.fromEntries([...issues].map(([id, key]) => [key, told(id)]));
  const rows = storedRows(site);
  const stored = rows('plain').find(({ key }) => key === configurationKey)?.value;
  const configuration = readConfiguration(stored) as Configuration;
  return {
    fields: ofIssues((id) => fieldsOf(admin, id)),
    properties: ofIssues((id) => propertiesOf(admin, id)),
    comments: ofIssues((id) => commentsOf(admin, id, site.appAccountId)),
    mailbox: mailboxOf(site),
    clocks: recordsOf(rows(clockEntity.name), keyOf, { configuration, now: site.clock.now() as Instant }),
    dueEntries: dueEntriesOf(rows(dueEntity.name), keyOf),
    audit: auditOf(rows(auditEntity.name), keyOf),
    definitions: definitionsOf(rows('definition')),
    settings: settingsOf(rows('plain')),
    timing: timingOf(rows(clockEntity.name), keyOf, { configuration, now: site.clock.now() as Instant }),
  };
}

const issuesOf = ({ database }: Site): ReadonlyMap<string, string> =>
  new Map(
    database
      .sql('SELECT id, key FROM jira_issue ORDER BY id')
      .all<{ id: number; key: string }>()
      .map(({ id, key }) => [String(id), key]),
  );

type Value = Readonly<Record<string, unknown>>;

const without = (value: Value, names: readonly string[]): Value =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

const writeTimes = [
  // The last write to the issue, which may be one of the app's.
  'updated',
  // Jira's count of what was looked at.
  'lastViewed',
  // Compared by itself, with the visibility of each.
  'comment',
];

/** When a person's deed was written: Jira gives it the next millisecond where one of the app's edits has its own. */
const deedTimes = ['statuscategorychangedate', 'resolutiondate'];

function fieldsOf(admin: Client, id: string): unknown {
  const { fields } = admin.get<{ fields: Value }>(`/rest/api/3/issue/${id}?fields=*all`);
  return mapped(without(fields, writeTimes), (name, value) =>
    deedTimes.includes(name) && typeof value === 'string' ? toTheSecond(Date.parse(value)) : value,
  );
}

function propertiesOf(admin: Client, id: string): unknown {
  const { keys } = admin.get<{ keys: readonly { key: string }[] }>(`/rest/api/3/issue/${id}/properties`);
  const read = (key: string) => admin.get<{ value: unknown }>(`/rest/api/3/issue/${id}/properties/${key}`).value;
  return Object.fromEntries(keys.map(({ key }) => [key, read(key)]));
}

interface CommentShape {
  readonly author: { readonly accountId: string };
  readonly body: unknown;
  readonly jsdPublic?: boolean;
  readonly visibility?: unknown;
}

interface Comments {
  readonly people: readonly CommentTold[];
  readonly app: readonly CommentTold[];
}

export interface CommentTold {
  readonly author: string;
  readonly body: unknown;
  readonly visibility: unknown;
}

/**
 * What people said and what the app said, each in its order: where the app's stand among the others' is when they were
 * written.
 */
function commentsOf(admin: Client, id: string, app: string): Comments {
  const path = `/rest/api/3/issue/${id}/comment?maxResults=5000`;
  const { comments } = admin.get<{ comments: readonly CommentShape[] }>(path);
  const told = comments.map(({ author: { accountId }, body, jsdPublic, visibility }) => ({
    author: accountId,
    body,
    visibility: visibility ?? (jsdPublic === false ? 'internal' : 'public'),
  }));
  return { people: told.filter(({ author }) => author !== app), app: told.filter(({ author }) => author === app) };
}

export interface MailTold {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The mails about each issue in their order, but for when they were sent. */
function mailboxOf(site: Site): FinalState['mailbox'] {
  const byIssue: Record<string, MailTold[]> = {};
  for (const { issueKey, to, subject, text } of site.jira.mailbox()) {
    byIssue[issueKey] ??= [];
    byIssue[issueKey].push({ to: to.join(), subject, text });
  }
  return byIssue;
}

interface Row {
  readonly key: string;
  readonly value: Value;
}

/** Everything that the app's storage keeps in a space, as it is and not as queries show it. */
function storedRows({ database }: Site): (space: string) => readonly Row[] {
  const rows = database.sql('SELECT key, value FROM kvs_entry WHERE space = ? AND value IS NOT NULL ORDER BY key');
  return (name) =>
    rows
      .all<{ key: string; value: string }>(name === 'plain' ? name : `entity ${name}`)
      .map(({ key, value }) => ({ key, value: JSON.parse(value) }));
}

/** How often a row was written, and the hash of its last audit entry, over which instants go. */
const bookkeeping = ['revision', 'trail'];

export type ClockTold = ReturnType<typeof clockTold>;

interface Judging {
  readonly configuration: Configuration;
  readonly now: Instant;
}

const recordsOf = (rows: readonly Row[], keyOf: (id: string) => string, judging: Judging): FinalState['clocks'] =>
  Object.fromEntries(rows.map(({ value }) => [keyOf(String(value.issueId)), clockTold(value as never, judging)]));

function clockTold(record: ClockRecord, judging: Judging) {
  const { issueId, projectId, facts, published, escalations, priority, due } = record;
  const ended = endOf(record, judging);
  const byPerson = facts.changes.filter(({ by, at }) => by !== null && at <= ended);
  const said = facts.comments.filter(({ byApp, at }) => !byApp && at <= ended);
  return {
    projectId,
    facts: {
      created: facts.created,
      // The app's own edits stand in the facts at the instants at which it wrote them: what they did is seen in the fields.
      // Jira gives a history or a comment the next millisecond where one of the app's edits has that of a person's deed.
      changes: byPerson.map((change) => ({ ...change, at: toTheSecond(change.at) })),
      // The app's own comments are compared as comments.
      comments: said.map(({ id: _, ...comment }) => ({ ...comment, at: toTheSecond(comment.at) })),
    },
    published,
    due: due ?? null,
    priority: priority ?? null,
    escalations: Object.fromEntries(
      Object.entries(escalations).map(([key, { state, late }]) => [key.replace(issueId, ''), late ?? state]),
    ),
  };
}

const toTheSecond = (at: number): number => Math.floor(at / 1_000) * 1_000;

const timingOf = (rows: readonly Row[], keyOf: (id: string) => string, judging: Judging): FinalState['timing'] =>
  Object.fromEntries(
    rows.map(({ value }) => [keyOf(String(value.issueId)), timed(value as unknown as ClockRecord, judging)]),
  );

function timed({ facts }: ClockRecord, { configuration, now }: Judging): Timing {
  const own = facts.changes.filter(({ by, items }) => by === null && items.some(({ field }) => field === 'priority'));
  const clocks = clocksOf(facts, configuration, now);
  const ends = clocks.map(({ cycles }, i) => {
    const stopped = cycles.at(-1)?.stoppedAt ?? null;
    return [configuration.definitions[i]?.slot, stopped === null ? null : toTheSecond(stopped)];
  });
  return { ownPriorities: own.map(({ at }) => toTheSecond(at)), ends: Object.fromEntries(ends) };
}

/**
 * Until when an issue's facts are compared: once all its clocks have ended the repair leaves it alone until it is
 * reopened, so that of what happens then, and moves no clock, a lost event stays unheard.
 */
function endOf({ facts }: ClockRecord, { configuration, now }: Judging): number {
  const clocks = clocksOf(facts, configuration, now);
  const isUnderWay = clocks.some(({ state }) => state === 'running' || state === 'paused');
  const stops = clocks.flatMap(({ cycles }) => cycles.map(({ stoppedAt }) => stoppedAt ?? 0));
  return isUnderWay ? Number.POSITIVE_INFINITY : Math.max(0, ...stops);
}

function dueEntriesOf(rows: readonly Row[], keyOf: (id: string) => string): Part {
  return Object.fromEntries(
    rows.map(({ key, value }) => [
      `${keyOf(String(value.issueId))} ${value.show === undefined ? 'due' : 'show'}`,
      // When it is to be shown is when it was written.
      value.show ?? value.at ?? key,
    ]),
  );
}

/** The row that anchors the audit chains holds hashes over instants. */
const definitionsOf = (rows: readonly Row[]): Part =>
  Object.fromEntries(
    rows
      .filter(({ key }) => `definition#${key}` !== anchorSubject)
      .map(({ key, value }) => [key, without(value, bookkeeping)]),
  );

interface AuditTold {
  readonly actor: string;
  readonly action: string;
  readonly reason: string;
  readonly changed: readonly string[];
}

/** The entries of each chain in their order; their instants and the hashes over them are left out. */
function auditOf(rows: readonly Row[], keyOf: (id: string) => string): FinalState['audit'] {
  const chains: Record<string, AuditTold[]> = {};
  const all = rows.map(({ value }) => value as unknown as AuditEntry);
  // A day's anchor is made where the day had entries, which may be told on either side of midnight.
  const entries = all.filter(({ subject }) => subject !== anchorSubject);
  for (const { subject, actor, action, reason, changed } of entries.toSorted((a, b) => a.seq - b.seq)) {
    const about = keyOf(/clock:(\d+)$/.exec(subject)?.[1] ?? subject);
    const told = { actor, action, reason: reason ?? '', changed: Object.keys(changed) };
    chains[about] ??= [];
    chains[about].push(told);
  }
  return chains;
}

/** Instants of the app's last runs, and samples that depend on which issue was seen first. */
const passing: readonly string[] = [repairedKey, sweptKey, leadsKey, intakeKey, recountKey, projectsKey, reportedKey];

const isEmpty = (value: Value): boolean => Object.keys(value).length === 0;

const settingsOf = (rows: readonly Row[]): Part =>
  Object.fromEntries(
    rows
      // A list of issues to be tried again that is empty is as good as none.
      .filter(({ key, value }) => !passing.includes(key) && !(key === unmendedKey && isEmpty(value)))
      // Since when the app escalates is when it was installed.
      .map(({ key, value }) => [key, key === configurationKey ? without(value, ['since']) : value]),
  );
