import { type Manifest, type Module, modulesOf } from '../manifest';
import { NotSimulated } from '../simulators/simulator';
import { functionOf } from './declared-function';
import { type EventFilter, eventFilter } from './event-filter';

/** A trigger module that wants events of one type. */
export interface Subscription {
  readonly moduleKey: string;
  readonly functionKey: string;
  /** Leaves out what the app caused itself. */
  readonly ignoreSelf: boolean;
  /** Leaves out everything while the app has no licence. */
  readonly appIsLicensed: boolean;
  /** What its expression makes of an event. */
  readonly sift: EventFilter;
}

type Filter = Pick<Subscription, 'ignoreSelf' | 'appIsLicensed' | 'sift'>;

/**
 * Who wants which events; throws on what is not simulated.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/trigger/ (2026-08-03)
 */
export function subscriptions(manifest: Manifest): ReadonlyMap<string, readonly Subscription[]> {
  const wanted = new Map<string, Subscription[]>();
  for (const module of modulesOf(manifest, 'trigger'))
    for (const [eventType, filter] of eventsOf(module)) {
      const { key: functionKey } = functionOf(manifest, 'trigger', module);
      const known = wanted.get(eventType) ?? [];
      wanted.set(eventType, [...known, { moduleKey: module.key, functionKey, ...filter }]);
    }
  return wanted;
}

/** `events` lists types, or objects with a type and a filter of their own. */
function eventsOf(module: Module): readonly (readonly [string, Filter])[] {
  refuseUnsimulated(module);
  const events: readonly (string | (Module & { readonly eventType: string }))[] = module.events ?? [];
  return events.map((event) => {
    if (typeof event === 'string') return [event, simulated(module.key, module.filter)] as const;
    refuseUnsimulated({ ...event, key: module.key });
    return [event.eventType, simulated(module.key, event.filter ?? module.filter)] as const;
  });
}

function refuseUnsimulated({ key, payload }: Module): void {
  if (payload) throw new NotSimulated(`the payload property of a trigger (${key})`);
}

function simulated(moduleKey: string, filter: Readonly<Record<string, unknown>> = {}): Filter {
  const { ignoreSelf = false, appIsLicensed = false, expression, onError, ...others } = filter;
  const [unknown] = Object.keys(others);
  if (unknown) throw new NotSimulated(`the ${unknown} of a trigger's filter (${moduleKey})`);
  const sift = eventFilter({ expression, onError }, moduleKey);
  return { ignoreSelf: ignoreSelf === true, appIsLicensed: appIsLicensed === true, sift };
}
