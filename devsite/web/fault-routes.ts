import { Hono } from 'hono';
import { allFaults, callFaults, type FaultKind } from '../faults/fault-kinds';
import type { FaultPolicy } from '../faults/fault-policy';
import type { Site } from '../site';
import { type Sent, sentWith, unfit } from './sent';
import type { SignedIn } from './session';

/** The switch for faults, and the count of those that were played. */
export function faultRoutes({ faults }: Pick<Site, 'faults'>): Hono<SignedIn> {
  const routes = new Hono<SignedIn>();
  const told = () => {
    const { perIssue: _, ...fired } = faults.fired();
    return { policy: faults.policy() ?? null, fired };
  };
  routes.get('/', (asking) => asking.json(told()));
  routes.put('/', async (asking) => {
    faults.play(policyOf(await sentWith(asking)));
    return asking.json(told());
  });
  routes.delete('/', (asking) => {
    faults.play(undefined);
    return asking.json(told());
  });
  routes.delete('/fired', (asking) => {
    faults.forget();
    return asking.json(told());
  });
  return routes;
}

const isKind = (name: string): name is FaultKind => (allFaults as readonly string[]).includes(name);

const isCallFault = (name: string): boolean => (callFaults as readonly string[]).includes(name);

const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;

function policyOf({ seed, shares }: Sent): FaultPolicy {
  if (!Number.isSafeInteger(seed)) throw unfit('"seed" must be a whole number.');
  if (typeof shares !== 'object' || shares === null || Array.isArray(shares))
    throw unfit('"shares" must be an object.');
  const entries = Object.entries(shares);
  const wrong = entries.find(([kind, share]) => !isKind(kind) || !isShare(share));
  if (wrong) throw unfit(`"shares" must hold numbers from 0 to 1 by kinds of faults; ${wrong[0]} does not.`);
  const ofCalls = entries.reduce((sum, [kind, share]) => sum + (isCallFault(kind) ? share : 0), 0);
  if (ofCalls > 1)
    throw unfit(
      `A call meets one fault at most: "shares" of ${callFaults.join(', ')} come to ${ofCalls}, more than 1.`,
    );
  return { seed: seed as number, shares: Object.fromEntries(entries.filter(([, share]) => share > 0)) };
}
