import type { JiraSeed, SeedUser } from '../jira/jira';
import type { Person } from './session';

/** Who of a seed's users may sign in, with the roles they hold in its projects. */
export const peopleOf = (seed: JiraSeed): readonly Person[] =>
  seed.users
    .filter(({ accountType = 'atlassian' }) => accountType === 'atlassian')
    .map((user) => ({ accountId: user.accountId, displayName: user.displayName, roles: rolesOf(seed, user) }));

function rolesOf({ projects }: JiraSeed, user: SeedUser): readonly string[] {
  const held = projects.flatMap(({ roles }) =>
    Object.entries(roles)
      .filter(([, holders]) => holders.some((holder) => isHeldBy(holder, user)))
      .map(([role]) => role),
  );
  return [...new Set(held)];
}

type Holder = JiraSeed['projects'][number]['roles'][string][number];

const isHeldBy = (holder: Holder, { accountId, groups = [] }: SeedUser): boolean =>
  'user' in holder ? holder.user === accountId : groups.includes(holder.group);
