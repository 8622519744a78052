import { readable } from '../kernel/records';
import { clockEntity, clockKey } from '../sla/clock-entity';
import { bringUpToDate } from './bring-up-to-date';
import { type Configuration, trackedFields } from './configuration';
import { type Failures, isShut } from './each-issue';
import type { Following } from './following';
import { sightOf } from './sight-of-issue';
import { readUnmended, remember } from './unmended';

/** An issue that fails for a day is left to a person, or to its next change. */
const mostTries = 24;

/** Tries again what failed before, remembers what failed now, and forgets what was mended. Throws where Jira takes no calls. */
export async function tryUnmended(
  looked: ReadonlySet<string>,
  failures: Failures,
  configuration: Configuration,
  world: Following,
): Promise<void> {
  const tried = new Set(looked);
  const now = new Map<string, unknown>(failures);
  for (const [id, { tries }] of Object.entries(await readUnmended(world.records))) {
    if (looked.has(id) || tries >= mostTries) continue;
    tried.add(id);
    await again(id, configuration, world).catch((error: unknown) => {
      if (isShut(error)) throw error;
      now.set(id, error);
    });
  }
  await remember(tried, now, world);
}

async function again(id: string, configuration: Configuration, world: Following): Promise<void> {
  const stored = await world.records.find(clockEntity, clockKey(id));
  const said = stored?.value?.facts.comments ?? [];
  const broken = stored?.value ? undefined : stored;
  const read = await sightOf(id, broken, { tracked: trackedFields(configuration), said }, world);
  if (read) await bringUpToDate({ ...read, stored: readable(stored) ?? read.stored }, configuration, world);
}
