import type { Grant, Setup } from '../configuration/setup';

const none: readonly Grant[] = [];

const known = new WeakMap<Setup, ReadonlyMap<string, readonly Grant[]>>();

const keyOf = (schemeId: number | null, permission: string): string => `${schemeId} ${permission}`;

function grouped({ grants }: Setup): ReadonlyMap<string, readonly Grant[]> {
  const groups = new Map<string, Grant[]>();
  for (const grant of grants) {
    const key = keyOf(grant.schemeId, grant.permission);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(grant);
  }
  return groups;
}

/** Who a scheme grants a permission; `null` stands for the global permissions. */
export function grantsOf(setup: Setup, schemeId: number | null, permission: string): readonly Grant[] {
  const groups = known.get(setup) ?? grouped(setup);
  known.set(setup, groups);
  return groups.get(keyOf(schemeId, permission)) ?? none;
}
