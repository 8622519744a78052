import { clockEntity, clockKey } from '../sla/clock-entity';
import { badgeOf, type Lozenge } from '../sla/domain/badge';
import { clocksOf } from './clocks-of';
import { configurationSetting, workingTimes } from './configuration';
import type { Following } from './following';
import { isLetGo } from './too-much-history';

/** What the badge of an issue shows; undefined for an issue without clocks. */
export async function badgeFor(
  issueId: string,
  { records, now }: Pick<Following, 'records' | 'now'>,
): Promise<Lozenge | undefined> {
  const { setting: configuration, found } = await records.findWith(
    configurationSetting,
    clockEntity,
    clockKey(issueId),
  );
  if (!configuration || !found?.value || isLetGo(found.value.facts)) return undefined;
  const calendars = workingTimes(configuration);
  const at = now();
  return badgeOf(clocksOf(found.value.facts, configuration, at), at, (id) => calendars(id).isOpen(at));
}
