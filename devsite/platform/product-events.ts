import { chance } from '../chance';
import type { SiteClock } from '../clock';
import type { SiteDatabase } from '../database';
import type { ProductEvent } from '../jira/jira';
import { type Manifest, modulesOf } from '../manifest';
import { chosen } from './chosen';
import type { Deliveries } from './deliveries';
import type { DeliveryPolicy } from './delivery-policy';
import type { Journal } from './journal';
import { type Fault, openPlanted, type Planted } from './planted';
import type { ModuleHealth } from './pulse';
import { type Subscription, subscriptions } from './subscriptions';

/**
 * Brings what happened in a product to the trigger modules that want to know.
 * https://developer.atlassian.com/platform/forge/events-reference/jira/ (2026-08)
 */
export interface ProductEvents {
  emit(event: ProductEvent): void;
  /** The faults that the policy put among the events so far. */
  planted(): Planted;
  health(): readonly ModuleHealth[];
}

interface Site {
  readonly database: SiteDatabase;
  readonly clock: SiteClock;
  readonly manifest: Manifest;
  readonly deliveries: Deliveries;
  readonly cloudId: string;
  /** The account that the app acts as: what it caused is self-generated. */
  readonly appAccountId: string;
  readonly policy?: Partial<DeliveryPolicy> | undefined;
  readonly licensed?: () => boolean;
  /** Where filters whose expression failed are told of. */
  readonly journal?: Pick<Journal, 'record'>;
}

export function openProductEvents(site: Site): ProductEvents {
  const { database, clock, deliveries } = site;
  const policy: DeliveryPolicy = { ...chosen.delivery, ...site.policy };
  const licensed = site.licensed ?? (() => chosen.licensed);
  const wanted = subscriptions(site.manifest);
  const count = openCount(database);
  const { plant, planted } = openPlanted(database);

  const enter = ({ eventType: cause }: ProductEvent, { to, body }: Receipt, lateness: number): void => {
    const { moduleKey, functionKey } = to;
    deliveries.enter({ moduleKey, functionKey, cause, due: clock.now() + lateness, event: body });
  };

  const receipts = (event: ProductEvent): readonly Receipt[] => {
    const self = event.actor === site.appAccountId;
    return (wanted.get(event.eventType) ?? [])
      .filter((to) => hears(to, self, licensed))
      .flatMap((to) => sifted(event, to, site) ?? []);
  };

  const emit = (event: ProductEvent): void => {
    const receivers = receipts(event);
    if (receivers.length === 0) return;
    const issue = issueOf(event);
    const { faults, lateness } = fateOf(policy, count(), issue);
    for (const fault of faults) plant(issue, fault);
    for (const late of lateness) for (const to of receivers) enter(event, to, late);
  };

  return {
    emit: (event) => database.transaction(() => emit(event)),
    planted,
    health: () =>
      ['trigger', 'jira:workflowPostFunction'].flatMap((type) =>
        modulesOf(site.manifest, type).map((module) => deliveries.health(module.key, String(module.function))),
      ),
  };
}

const hears = ({ ignoreSelf, appIsLicensed }: Subscription, self: boolean, licensed: () => boolean): boolean =>
  !(ignoreSelf && self) && (!appIsLicensed || licensed());

/** What a trigger is to be told. */
interface Receipt {
  readonly to: Subscription;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What the expression of a trigger's filter leaves of an event; what went wrong with it is logged where it asks for that. */
function sifted(event: ProductEvent, to: Subscription, site: Site): Receipt | undefined {
  const at = site.clock.now();
  const { moduleKey, functionKey } = to;
  const body = bodyOf(event, { at, moduleKey, site });
  const { heard, logged, why } = to.sift(body, at);
  if (logged) {
    const text = `The expression of the filter of ${moduleKey} failed: ${why}`;
    const nothing = { ok: false, timedOut: false, milliseconds: 0 };
    site.journal?.record({ at, functionKey, cause: event.eventType, ...nothing, logs: [{ level: 'error', text }] });
  }
  if (!heard) return undefined;
  return { to, body: why === undefined ? body : { ...body, [chosen.filterErrorKey]: { message: why } } };
}

interface Fate {
  readonly faults: readonly Fault[];
  /** Milliseconds that each delivery is late; none for an event that is never delivered. */
  readonly lateness: readonly number[];
}

/** What becomes of an event: chance from the seed, the event's number and its issue alone. */
function fateOf({ seed, latency, latencyPer, ...share }: DeliveryPolicy, number: number, issue: string): Fate {
  const happens = (fault: Fault, to: number, of: string | number) => to > 0 && chance(seed, fault, of) < to;
  if (happens('dropped', share.dropped, number)) return { faults: ['dropped'], lateness: [] };
  const doubled = happens('doubled', share.doubled, number);
  const permuted = happens('permuted', share.permutedIssues, issue);
  const [least, most] = permuted ? [0, chosen.permutedWithin] : latency;
  const inOrder = latencyPer === 'issue' && !permuted;
  const draw = (time: number) => (inOrder ? chance(seed, 'late', issue) : chance(seed, 'late', number, time));
  const late = (time: number) => least + Math.floor(draw(time) * (most - least + 1));
  return {
    faults: [...(doubled ? (['doubled'] as const) : []), ...(permuted ? (['permuted'] as const) : [])],
    lateness: doubled ? [late(1), late(2)] : [late(1)],
  };
}

interface Told {
  readonly at: number;
  readonly moduleKey: string;
  readonly site: Pick<Site, 'cloudId' | 'appAccountId'>;
}

/** The keys that every event has, and those of its type. */
function bodyOf({ eventType, body, actor }: ProductEvent, { at, moduleKey, site }: Told): Record<string, unknown> {
  return {
    timestamp: String(at),
    atlassianId: actor,
    ...body,
    eventType,
    selfGenerated: actor === site.appAccountId,
    context: { cloudId: site.cloudId, moduleKey },
  };
}

/** The id of the issue that an event is about; of a link, that of its source. */
function issueOf({ body }: ProductEvent): string {
  const { issue, sourceIssueId } = body as { issue?: { id?: unknown }; sourceIssueId?: unknown };
  return String(issue?.id ?? sourceIssueId ?? '');
}

/** Numbers events from 1 on, over stops. */
function openCount(database: SiteDatabase): () => number {
  database.exec(`CREATE TABLE IF NOT EXISTS event_count (only INTEGER PRIMARY KEY, events INTEGER NOT NULL);
    INSERT OR IGNORE INTO event_count (only, events) VALUES (1, 0)`);
  const next = database.sql('UPDATE event_count SET events = events + 1 RETURNING events');
  return () => (next.get<{ events: number }>() as { events: number }).events;
}
