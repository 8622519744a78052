import { knownPermissions } from '../permissions/permission-check';
import type { World } from '../world';
import type { JiraSeed } from './jira-seed';
import { seedFields, seedScreens } from './seed-fields';
import { seedNames, seedPeople } from './seed-names';
import { seedPermissions } from './seed-permissions';
import { seedProjects } from './seed-projects';
import { seedTypeScheme } from './seed-type-scheme';
import { seedWorkflows } from './seed-workflows';
import { newSeeding } from './seeding';

/** Fills an empty site; all of the seed or nothing of it. */
export function seedSite(world: World, seed: JiraSeed): void {
  const globals = new Set(
    knownPermissions(world)
      .filter(({ type }) => type === 'GLOBAL')
      .map(({ key }) => key),
  );
  const seeding = newSeeding(world.database, seed);
  const permissions = seedPermissions((permission) => globals.has(permission));
  world.database.transaction(() => {
    for (const part of [
      seedPeople,
      seedNames,
      seedTypeScheme,
      seedFields,
      seedScreens,
      seedWorkflows,
      permissions,
      seedProjects,
    ])
      part(seeding);
  });
}
