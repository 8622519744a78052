import { grantsOf } from './permissions/grants';
import { refuse } from './refusal';
import type { Call } from './route';
import type { World } from './world';

const everyone = (): boolean => true;

const holds: Readonly<Record<string, (world: World, accountId: string, parameter: string | null) => boolean>> = {
  anyone: everyone,
  user: (_world, accountId, parameter) => accountId === parameter,
  group: ({ setup }, accountId, parameter) => setup.groups.get(parameter ?? '')?.members.has(accountId) ?? false,
};

/**
 * Whether an account holds a global permission. The app's account is an administrator, whatever was granted.
 * https://developer.atlassian.com/platform/forge/manifest-reference/permissions/ (2026-08)
 */
export function holdsGlobally(world: World, accountId: string, permission: string): boolean {
  if (accountId === world.appAccountId) return true;
  return grantsOf(world.setup, null, permission).some(({ holder, parameter }) =>
    holds[holder]?.(world, accountId, parameter),
  );
}

/** Lets administrators and the app pass. */
export function administratorsOnly({ world, caller }: Call): void {
  if (!holdsGlobally(world, caller.accountId, 'ADMINISTER'))
    throw refuse(403, 'You do not have permission to administer Jira.');
}
