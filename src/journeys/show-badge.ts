import { clockEntity, clockKey } from '../sla/clock-entity';
import { badgeOf, type Lozenge } from '../sla/domain/badge';
import { clocksOf } from './clocks-of';
import { configurationKey, readConfiguration, workingTimes } from './configuration';
import type { Following } from './following';

/** What the badge of an issue shows; undefined for an issue without clocks. */
export async function badgeFor(
  issueId: string,
  { records, now }: Pick<Following, 'records' | 'now'>,
): Promise<Lozenge | undefined> {
  const { setting, found } = await records.findWith(configurationKey, clockEntity, clockKey(issueId));
  const configuration = readConfiguration(setting);
  if (!configuration || !found) return undefined;
  const calendars = workingTimes(configuration);
  const at = now();
  return badgeOf(clocksOf(found.value.facts, configuration, at), at, (id) => calendars(id).isOpen(at));
}
