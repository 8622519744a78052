import { chance } from '../chance';
import type { SiteClock } from '../clock';
import type { SiteDatabase } from '../database';
import type { EventFault } from '../faults/fault-kinds';
import type { Faults } from '../faults/faults';
import type { ProductEvent } from '../jira/jira';
import { type Manifest, modulesOf } from '../manifest';
import { chosen } from './chosen';
import type { Deliveries } from './deliveries';
import type { DeliveryPolicy } from './delivery-policy';
import type { Journal } from './journal';
import type { ModuleHealth } from './pulse';
import { type Subscription, subscriptions } from './subscriptions';

/**
 * Brings what happened in a product to the trigger modules that want to know.
 * https://developer.atlassian.com/platform/forge/events-reference/jira/ (2026-08)
 */
export interface ProductEvents {
  emit(event: ProductEvent): void;
  health(): readonly ModuleHealth[];
}

type EventFaults = Pick<Faults, 'policy' | 'strikes' | 'count'>;

interface Site {
  readonly database: SiteDatabase;
  readonly clock: SiteClock;
  readonly manifest: Manifest;
  readonly deliveries: Deliveries;
  readonly cloudId: string;
  /** The account that the app acts as: what it caused is self-generated. */
  readonly appAccountId: string;
  readonly policy?: Partial<DeliveryPolicy> | undefined;
  /** What goes wrong with events; nothing does when absent. */
  readonly faults?: EventFaults;
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
  const { faults = noFaults } = site;
  const isLost = openLosses(faults, clock);

  const enter = ({ eventType: cause }: ProductEvent, { to, body }: Receipt, lateness: number): void => {
    const { moduleKey, functionKey } = to;
    deliveries.enter({ moduleKey, functionKey, cause, due: clock.now() + lateness, event: body });
  };

  /** How late each delivery of an event is, by what becomes of it. */
  const latenessOf = (issue: string, number: number): readonly number[] => {
    const { struck, lateness } = isLost(number, issue) ? lost : fateOf(policy, faults, number, issue);
    for (const kind of struck) faults.count(kind, issue);
    return lateness;
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
    for (const late of latenessOf(issueOf(event), count())) for (const to of receivers) enter(event, to, late);
  };

  return {
    emit: (event) => database.transaction(() => emit(event)),
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

const noFaults: EventFaults = { policy: () => undefined, strikes: () => false, count: () => undefined };

/** Whether an issue may lose an event now, by how long it has lost none. */
function openLosses({ policy, strikes }: EventFaults, clock: Pick<SiteClock, 'now'>) {
  const last = new Map<string, number>();
  return (number: number, issue: string): boolean => {
    const apart = policy()?.lossesApart ?? 0;
    const isLost = strikes('dropped', number) && clock.now() - (last.get(issue) ?? 0) >= apart;
    if (isLost) last.set(issue, clock.now());
    return isLost;
  };
}

interface Fate {
  readonly struck: readonly EventFault[];
  /** Milliseconds that each delivery is late; none for an event that is never delivered. */
  readonly lateness: readonly number[];
}

const lost: Fate = { struck: ['dropped'], lateness: [] };

/** What becomes of an event that is not lost: chance from the seeds, the event's number and its issue alone. */
function fateOf(policy: DeliveryPolicy, faults: Pick<EventFaults, 'strikes'>, number: number, issue: string): Fate {
  const { seed, latency, latencyPer } = policy;
  const reordered = faults.strikes('reordered', issue);
  const delayed = !reordered && faults.strikes('delayed', number);
  const doubled = faults.strikes('doubled', number);
  const [least, most] = reordered ? [0, chosen.delayedUpTo] : delayed ? [latency[1], chosen.delayedUpTo] : latency;
  const inOrder = latencyPer === 'issue' && !reordered && !delayed;
  const draw = (time: number) => (inOrder ? chance(seed, 'late', issue) : chance(seed, 'late', number, time));
  const late = (time: number) => least + Math.floor(draw(time) * (most - least + 1));
  const struck = { doubled, delayed, reordered };
  return {
    struck: (['doubled', 'delayed', 'reordered'] as const).filter((kind) => struck[kind]),
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
