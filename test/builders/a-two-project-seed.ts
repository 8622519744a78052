import { admin, anIncidentSeed } from './an-incident-seed';

/**
 * The incident site with a second desk, whose project nobody of the first may see: Dora works there. Kim is a customer
 * of a portal, and holds no permission of Jira's at all.
 */
export function aTwoProjectSeed() {
  const seed = anIncidentSeed();
  const [operations] = seed.projects;
  if (!operations) throw new Error('The incident site has a project.');
  const devices = {
    ...operations,
    key: 'DEV',
    name: 'Devices',
    lead: 'dora',
    roles: { Desk: [{ user: 'dora' }] },
  };
  const users = [
    ...seed.users,
    { accountId: 'dora', displayName: 'Dora Devices' },
    { accountId: 'kim', displayName: 'Kim Customer' },
  ];
  return anIncidentSeed({ users, projects: [operations, devices] });
}

/** Who asks, by the account that the runtime names; nobody is named for somebody who is not signed in. */
export const roles = {
  anonymous: undefined,
  /** How the platform names all who are not signed in, where a module lets them in. */
  unidentified: 'unidentified',
  customer: 'kim',
  'agent of another project': 'dora',
  requester: 'carl',
  agent: 'abel',
  manager: 'lena',
  admin,
} as const;
export type Role = keyof typeof roles;
