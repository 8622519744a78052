import type { SiteDatabase } from '../../database';
import type { JiraSeed } from './jira-seed';

export type Ids<Id = number> = ReadonlyMap<string, Id>;

/** A seed on its way into an empty site: what its names have become so far. */
export interface Seeding {
  readonly database: SiteDatabase;
  readonly seed: JiraSeed;
  readonly types: Map<string, number>;
  readonly statuses: Map<string, number>;
  readonly priorities: Map<string, number>;
  readonly categories: Map<string, number>;
  readonly roles: Map<string, number>;
  readonly projects: Map<string, number>;
  readonly fields: Map<string, string>;
  readonly screens: Map<string, number>;
  readonly workflows: Map<string, string>;
  readonly permissionSchemes: Map<string, number>;
}

export const newSeeding = (database: SiteDatabase, seed: JiraSeed): Seeding => ({
  database,
  seed,
  types: new Map(),
  statuses: new Map(),
  priorities: new Map(),
  categories: new Map(),
  roles: new Map(),
  projects: new Map(),
  fields: new Map(),
  screens: new Map(),
  workflows: new Map(),
  permissionSchemes: new Map(),
});

/** The id of a name in the seed, or what is wrong with the seed. */
export function idOf<Id>(ids: Ids<Id>, name: string, what: string): Id {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The seed names the ${what} "${name}" and does not define it.`);
  return id;
}
