import { auditEntity } from '@fettle/audit/audit-entry';
import { type AuditEntry, hashOf } from '@fettle/audit/domain/entry';
import { clocksOf } from '@fettle/journeys/clocks-of';
import { type Configuration, configurationKey, readConfiguration } from '@fettle/journeys/configuration';
import type { Duration, Instant } from '@fettle/kernel/time';
import { type ClockRecord, clockEntity, clockKey } from '@fettle/sla/clock-entity';
import type { Goal, Threshold } from '@fettle/sla/domain/definition';
import { unpacked } from '@fettle/sla/domain/packed-facts';
import type { Slot } from '@fettle/sla/domain/slot';
import { slotsProperty } from '@fettle/sla/domain/slot-aliases';
import { type DueEntry, dueEntity } from '@fettle/sla/due-entry';
import type { Site } from '../../devsite/site';
import { identityCheck } from '../../scripts/replay/identity';
import { admin } from './an-incident-seed';
import { fieldId, type Raised } from './an-incident-site';

/** What the app's storage answers; undefined where there is nothing. */
function stored<Value>(site: Site, call: string, ask: unknown): Value | undefined {
  const { status, body } = site.storage.handle(`/api/v1/${call}`, JSON.stringify(ask));
  return status === 200 ? (body as { value: Value }).value : undefined;
}

export const configurationOf = (site: Site): Configuration | undefined =>
  readConfiguration(stored(site, 'get', { key: configurationKey }));

/** Writes over the stored configuration, as no call of the app does yet. */
export function reconfigure(site: Site, change: (configuration: Configuration) => Configuration): void {
  const value = change(configurationOf(site) as Configuration);
  site.storage.handle('/api/v1/set', JSON.stringify({ key: configurationKey, value }));
}

/** The clock record of an issue with its revision. */
export function recordOf(site: Site, { id }: Pick<Raised, 'id'>) {
  const ask = { entityName: clockEntity.name, key: clockKey(id) };
  const row = stored<ClockRecord & { readonly revision: number }>(site, 'entity/get', ask);
  return row && { ...row, facts: unpacked(row.facts) };
}

/** Writes over an issue's clock record, as another function would that ran at the same time. */
export function overwrite(site: Site, issue: Raised, change: (record: ClockRecord) => ClockRecord): void {
  const record = recordOf(site, issue);
  if (!record) throw new Error(`${issue.key} is not followed.`);
  const value = { ...change(record), revision: record.revision + 1 };
  const body = JSON.stringify({ entityName: clockEntity.name, key: clockKey(issue.id), value });
  site.storage.handle('/api/v1/entity/set', body);
}

/** What the app's clocks say of an issue now. */
export function clocksNow(site: Site, issue: Raised) {
  const record = recordOf(site, issue);
  const configuration = configurationOf(site);
  return record && configuration ? clocksOf(record.facts, configuration, site.clock.now() as Instant) : [];
}

/** The numbered slots of the issue's property. */
export const slotsOf = (site: Site, { id }: Raised): Readonly<Record<string, Slot>> =>
  site.jira.as(admin).get(`/rest/api/3/issue/${id}/properties/${slotsProperty}`).value.slots;

/** In what the app's state of an issue differs from what its history tells; empty when all agree. */
export const differences = (site: Site, issue: Raised): readonly string[] =>
  identityCheck(
    site.jira,
    configurationOf(site) as Configuration,
    site.clock.now() as Instant,
  )(issue.id, recordOf(site, issue)).differences;

interface Row<Value> {
  readonly key: string;
  readonly value: Value;
}

/** All rows of the app's index, the lag of queries waited for. */
async function rows<Value>(site: Site, ask: Readonly<Record<string, unknown>>): Promise<readonly Row<Value>[]> {
  await site.advance(2_000);
  const body = JSON.stringify({ limit: 100, sort: 'ASC', ...ask });
  const answer = site.storage.handle('/api/v1/entity/query', body);
  return (answer.body as { data: readonly Row<Value>[] }).data;
}

export const dueEntries = (site: Site) => rows<DueEntry>(site, { entityName: dueEntity.name, indexName: 'by-at' });

/** The audit chain of one subject, oldest first. */
export async function auditOf(site: Site, subject: string): Promise<readonly AuditEntry[]> {
  const ask = { entityName: auditEntity.name, indexName: 'by-subject', partition: [subject] };
  const found = await rows<AuditEntry & { readonly revision: number }>(site, ask);
  return found.map(({ value: { revision: _, ...entry } }) => entry);
}

export const clockSubject = ({ id }: Raised): string => `${clockEntity.name}#${clockKey(id)}`;

interface Shown {
  readonly priority: string;
  readonly status: string;
  readonly assignee: string | null;
  /** Epoch milliseconds; null while nothing is shown. */
  readonly nextDue: number | null;
}

/** The issue as a person sees it. */
export function shown(site: Site, { id }: Raised): Shown {
  const { fields } = site.jira.as(admin).get(`/rest/api/3/issue/${id}`);
  const nextDue = fields[fieldId(site, 'Next due')];
  return {
    priority: fields.priority.name,
    status: fields.status.name,
    assignee: fields.assignee?.accountId ?? null,
    nextDue: nextDue ? Date.parse(nextDue) : null,
  };
}

/** Who changed a field of the issue, and to what, oldest first. */
export function changesOf(site: Site, { id }: Raised, field: string): readonly (readonly [string, string | null])[] {
  const { values } = site.jira.as(admin).get(`/rest/api/3/issue/${id}/changelog?maxResults=100`);
  return values.flatMap(({ author, items }: History) =>
    items.filter((item) => item.fieldId === field).map((item) => [author.accountId, item.toString] as const),
  );
}

interface History {
  readonly author: { readonly accountId: string };
  readonly items: readonly { readonly fieldId: string; readonly toString: string | null }[];
}

/** Authors and words of an issue's comments, oldest first. */
export const commentsOf = (site: Site, { id }: Raised): readonly (readonly [string, string])[] =>
  site.jira
    .as(admin)
    .get(`/rest/api/3/issue/${id}/comment?maxResults=100`)
    .comments.map(({ author, body }: { author: { accountId: string }; body: unknown }) => [
      author.accountId,
      JSON.stringify(body).match(/"text":"([^"]*)"/)?.[1] ?? '',
    ]);

/** Mails about an issue: when, to whom and with what subject. */
export const mailsOf = (site: Site, { id }: Raised) =>
  site.jira
    .mailbox()
    .filter(({ issueId }) => issueId === id)
    .map(({ at, to, subject }) => ({ at: new Date(at).toISOString(), to: to.join(), subject }));

/** Keys of the issues that a search finds, the lag of search waited for. */
export async function found(site: Site, jql: string): Promise<readonly string[]> {
  await site.advance(5_000);
  const { issues } = site.jira.as(admin).post('/rest/api/3/search/jql', { jql, fields: ['key'] });
  return issues.map(({ key }: { key: string }) => key).sort();
}

export const iso = (at: number | null | undefined): string | null =>
  at === null || at === undefined ? null : new Date(at).toISOString();

/** Has the only threshold of the first response's clock do these, and the other clock nothing. */
export function escalateBy(site: Site, threshold: Threshold): void {
  reconfigure(site, (configuration) => ({
    ...configuration,
    definitions: configuration.definitions.map((definition) => ({
      ...definition,
      thresholds: definition.slot === 1 ? [threshold] : [],
    })),
  }));
}

/** Lets the app remember who leads a project as if it had asked just now. */
export function rememberLead(site: Site, projectId: string, accountId: string): void {
  const value = { [projectId]: { accountId, at: site.clock.now() } };
  site.storage.handle('/api/v1/set', JSON.stringify({ key: 'leads', value }));
}

/** Gives a goal of a definition another target. */
export function aim(site: Site, definitionId: string, goalId: string, target: Duration): void {
  const goalWith = (goal: Goal): Goal => (goal.id === goalId ? { ...goal, target } : goal);
  reconfigure(site, (configuration) => ({
    ...configuration,
    definitions: configuration.definitions.map((definition) =>
      definition.id === definitionId ? { ...definition, goals: definition.goals.map(goalWith) } : definition,
    ),
  }));
}

/** What is wrong with an audit chain: entries out of count, hashes that do not follow from what they are over. */
export function breaksIn(chain: readonly AuditEntry[]): readonly string[] {
  return chain.flatMap((entry, i) => {
    const { hash, ...rest } = entry;
    return [
      ...(entry.seq === i + 1 ? [] : [`entry ${i + 1} says it is ${entry.seq}`]),
      ...(entry.prevHash === chain[i - 1]?.hash ? [] : [`entry ${i + 1} does not follow the one before`]),
      ...(hash === hashOf(rest) ? [] : [`entry ${i + 1} is not what was hashed`]),
    ];
  });
}

/** The functions that failed, each with its error. */
export const failedFunctions = (site: Pick<Site, 'journal'>): readonly (readonly [string, string])[] =>
  site.journal.since(0, 100_000).flatMap(({ functionKey, error }) => (error ? [[functionKey, error] as const] : []));
