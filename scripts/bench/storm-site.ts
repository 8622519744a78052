import { openSite } from '../../devsite/open-site';
import type { DeliveryPolicy } from '../../devsite/platform/delivery-policy';
import type { Site } from '../../devsite/site';
import type { Health } from '../../src/health/contract';
import { type Configuration, configurationKey, readConfiguration } from '../../src/journeys/configuration';
import type { Instant } from '../../src/kernel/time';
import type { Reply } from '../../src/rpc/contract';
import { type ClockRecord, clockKey } from '../../src/sla/clock-entity';
import { identityCheck } from '../replay/identity';
import { adminAccount, levels } from '../replay/log-site';
import { benchSeed, fieldId, grades, hour, minute, raise, root, say } from './incident-site';

/** A Monday, 09:00 in Berlin. */
const monday = Date.UTC(2026, 5, 8, 7);
/** The bulk edit comes nineteen minutes before the hour's points are new. */
const stormAt = monday + 41 * minute;

/** Every limit that is documented holds, and events take up to the three minutes that Atlassian allows itself. */
const delivery: Partial<DeliveryPolicy> = { latency: [0, 3 * minute], seed: 7 };

interface StormTerms {
  readonly incidents: number;
  /** What other sites of the app have left of the hour's points. */
  readonly pointsLeft: number;
}

/** A site in a storm: its incidents, in the order of their creation, which is that of their urgency. */
export interface Storm {
  readonly site: Site;
  readonly ids: readonly string[];
}

/**
 * Incidents without urgency, raised within ten minutes, every third of them answered; then one bulk edit makes all of
 * them urgent, so that some are at risk at once and the others fall due within the next minutes.
 */
export async function openStorm({ incidents, pointsLeft }: StormTerms): Promise<Storm> {
  const site = await openSite({
    appDirectory: root,
    runner: 'in-process',
    start: monday - hour,
    seed: { ...benchSeed, permissions: { ...benchSeed.permissions, BULK_CHANGE: [{ group: 'people' }] } },
    pace: 'frozen',
    delivery,
    adminAccountId: adminAccount,
    bursts: true,
  });
  await site.advance(hour + 29 * minute);
  const ids: string[] = [];
  const apart = Math.floor((stormAt - 2 * minute - site.clock.now()) / incidents);
  for (let i = 0; i < incidents; i++) {
    const id = raise(site, grades.p5);
    if (i % 3 === 2) say(site, id);
    ids.push(id);
    await site.advance(apart);
  }
  await site.advance(stormAt - site.clock.now());
  site.points.spend(site.points.left() - pointsLeft);
  makeUrgent(site, ids);
  return { site, ids };
}

/** Impact and urgency of all at once, by Jira's bulk edit. */
function makeUrgent(site: Site, ids: readonly string[]): void {
  const admin = site.jira.as(adminAccount);
  const path = '/rest/api/3/bulk/issues/fields';
  const { fields } = admin.get<{ fields: readonly Editable[] }>(`${path}?issueIdsOrKeys=${ids[0]}`);
  const wanted = [fieldId(site, 'Impact'), fieldId(site, 'Urgency')];
  const optionOf = (id: string) =>
    fields.find((field) => field.id === id)?.fieldOptions?.find(({ value }) => value === levels[0])?.id;
  admin.post(path, {
    selectedIssueIdsOrKeys: ids,
    selectedActions: wanted,
    sendBulkNotification: false,
    editedFieldsInput: {
      singleSelectFields: wanted.map((fieldId) => ({ fieldId, option: { optionId: Number(optionOf(fieldId)) } })),
    },
  });
}

interface Editable {
  readonly id: string;
  readonly fieldOptions?: readonly { readonly id: string; readonly value: string }[];
}

/** What the health page says to an admin. */
export async function healthOf(site: Site): Promise<Health> {
  const ask = { moduleKey: 'administration', functionKey: 'health', payload: {}, accountId: adminAccount };
  const reply = (await site.invoke(ask)) as Reply<Health>;
  if (!reply.ok) throw new Error(`Health was refused: ${reply.reason.code}`);
  return reply.value;
}

/** Read past the store's meter: whoever only looks on uses up none of the app's rate. */
function stored<Value>({ database }: Site, key: string): Value {
  const row = database.sql('SELECT value FROM kvs_entry WHERE key = ?').get<{ value: string }>(key);
  if (!row) throw new Error(`The app has stored no ${key}.`);
  return JSON.parse(row.value);
}

/** Incidents whose clocks differ from what their history says, each with how. */
export function differing({ site, ids }: Storm): readonly string[] {
  const configuration = readConfiguration(stored(site, configurationKey)) as Configuration;
  const check = identityCheck(site.jira, configuration, site.clock.now() as Instant);
  return ids.flatMap((id) => {
    const record = stored<ClockRecord>(site, clockKey(id));
    return check(id, record).differences.map((difference) => `${id}: ${difference}`);
  });
}

/** Escalations of the records whose instant has passed: what is overdue in truth. */
export function overdueIn({ site, ids }: Storm): number {
  const now = site.clock.now();
  return ids.filter((id) => {
    const { due } = stored<ClockRecord>(site, clockKey(id));
    return due !== undefined && Date.parse(due) <= now;
  }).length;
}

/** Subjects of mails and texts of comments that came more than once to the same issue and person. */
export function toldTwice({ site, ids }: Storm): readonly string[] {
  const mails = site.jira.mailbox().map(({ issueId, to, subject }) => `${issueId} ${to} ${subject}`);
  const comments = ids.flatMap((id) =>
    site.jira
      .as(adminAccount)
      .get<{ comments: readonly Comment[] }>(`/rest/api/3/issue/${id}/comment`)
      .comments.filter(({ author }) => author.accountId === site.appAccountId)
      .map(({ body }) => `${id} ${JSON.stringify(body)}`),
  );
  const all = [...mails, ...comments];
  return all.filter((text, i) => all.indexOf(text) < i);
}

interface Comment {
  readonly author: { readonly accountId: string };
  readonly body: unknown;
}

/**
 * By how long an incident was told of after one that was less urgent, at most, among mails of the same kind: incidents of one
 * priority that are raised one after the other are due one after the other.
 */
export function overtaken({ site, ids }: Storm, kind: string): number {
  const place = new Map(ids.map((id, i) => [id, i]));
  const told = site.jira
    .mailbox()
    .filter(({ subject }) => subject.endsWith(kind))
    .toSorted((one, other) => (place.get(one.issueId) ?? 0) - (place.get(other.issueId) ?? 0));
  let [latest, most] = [0, 0];
  for (const { at } of told.toReversed()) {
    most = Math.max(most, latest === 0 ? 0 : at - latest);
    latest = latest === 0 ? at : Math.min(latest, at);
  }
  return most;
}
