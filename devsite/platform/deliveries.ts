import type { Agenda } from '../agenda';
import type { SiteClock } from '../clock';
import type { SiteDatabase } from '../database';
import { type Manifest, modulesOf } from '../manifest';
import type { Outcome } from '../runners/runner';
import { chosen } from './chosen';
import { timeouts } from './declared-function';
import { type Delivery, openDeliveryStore, type StoredDelivery } from './delivery-store';
import type { Invoke } from './invoke';
import { healthOf, type ModuleHealth, openPulse } from './pulse';
import { type Verdict, verdict } from './verdict';

/** A delivery that was given up, and why. */
interface FailedDelivery {
  readonly moduleKey: string;
  readonly cause: string;
  readonly reason: string;
  readonly event: unknown;
}

/**
 * Carries events to trigger modules and tries again as the platform does.
 * https://developer.atlassian.com/platform/forge/events-reference/product_events/ (2026-08)
 */
export interface Deliveries {
  enter(delivery: Delivery): void;
  failedForGood(): readonly FailedDelivery[];
  health(moduleKey: string, functionKey: string): ModuleHealth;
}

interface Site {
  readonly database: SiteDatabase;
  readonly clock: SiteClock;
  readonly agenda: Agenda;
  readonly manifest: Manifest;
  readonly invoke: Invoke;
}

interface Entry {
  readonly id: number;
  readonly retries: number;
}

const kind = 'event-delivery';

export function openDeliveries({ database, clock, agenda, manifest, invoke }: Site): Deliveries {
  const store = openDeliveryStore(database);
  const pulse = openPulse(database);
  const declared = receiversOf(manifest);

  const enter = (delivery: Delivery): void =>
    database.transaction(() => void agenda.add(kind, delivery.due, { id: store.add(delivery), retries: 0 }));

  const again = ({ id, retries }: StoredDelivery, wait: number, found: Unsettled): void => {
    const due = clock.now() + wait;
    store.again(id, due, JSON.stringify(retryContext(retries + 1, found)));
    agenda.add(kind, due, { id, retries: retries + 1 });
  };

  const settle = (stored: StoredDelivery, found: Verdict): void => {
    const wait = found.kind === 'done' ? undefined : waitBefore(stored.retries, found);
    if (found.kind === 'done') store.remove(stored.id);
    else if (wait === undefined) store.giveUp(stored.id, found.reason);
    else again(stored, wait, found);
  };

  agenda.on<Entry>(kind, async ({ id, retries }, { id: job }) => {
    const stored = store.waiting(id);
    if (stored?.retries !== retries) return;
    const receiver = declared.get(stored.module_key);
    if (receiver?.functionKey !== stored.function_key) return store.giveUp(id, 'the trigger is no more');
    const at = clock.now();
    const outcome = await call(invoke, receiver.moduleType, stored, job);
    database.transaction(() => {
      pulse.beat(receiver.moduleType, stored.module_key, at, outcome.result.ok && !outcome.timedOut);
      settle(stored, verdict(outcome));
    });
  });

  return {
    enter,
    failedForGood: () =>
      store.failed().map((row) => ({
        moduleKey: row.module_key,
        cause: row.cause,
        reason: row.failed,
        event: JSON.parse(row.event),
      })),
    health: (key, functionKey) =>
      healthOf(pulse, { type: declared.get(key)?.moduleType ?? 'trigger', key, functionKey }, store.counts(key)),
  };
}

interface Receiver {
  readonly moduleType: 'trigger' | 'jira:workflowPostFunction';
  readonly functionKey: unknown;
}

/** The modules that events are delivered to; post functions of workflows are tried again as triggers are. */
const receiversOf = (manifest: Manifest): ReadonlyMap<string, Receiver> =>
  new Map(
    (['trigger', 'jira:workflowPostFunction'] as const).flatMap((moduleType) =>
      modulesOf(manifest, moduleType).map(
        (module) => [module.key, { moduleType, functionKey: module.function }] as const,
      ),
    ),
  );

function call(invoke: Invoke, moduleType: string, stored: StoredDelivery, job: number): Promise<Outcome> {
  const event = JSON.parse(stored.event);
  if (stored.retry) event.retryContext = JSON.parse(stored.retry);
  const { module_key, function_key, cause } = stored;
  const work = { job, key: `${cause} ${stored.id}.${stored.retries}` };
  return invoke(module_key, moduleType, function_key, event, { cause, timeoutSeconds: timeouts.trigger, work });
}

type Unsettled = Exclude<Verdict, { kind: 'done' }>;

/** Milliseconds until it is tried again; undefined when it is given up. */
function waitBefore(retries: number, found: Unsettled): number | undefined {
  const unasked = chosen.eventRetries[retries];
  if (found.kind === 'asked' && unasked !== undefined) return found.after ?? unasked;
  return found.kind === 'broken' && (found.byPlatform || chosen.retriesThrowingTriggers) ? unasked : undefined;
}

/** `retryData` that is not an object is not sent: https://jira.atlassian.com/browse/ECO-734 (2026-08). */
function retryContext(retryCount: number, found: Unsettled): Readonly<Record<string, unknown>> {
  const told = { retryCount, retryReason: found.reason };
  const retryData = found.kind === 'asked' ? found.retryData : null;
  return typeof retryData === 'object' && retryData !== null ? { ...told, retryData } : told;
}
