import type { Records } from '../kernel/records';
import { hours, type Instant, instant, toIso } from '../kernel/time';
import { changeConfiguration, presentConfiguration } from './configuration';
import type { Following } from './following';
import { type IntakeQueue, startIntake } from './intake';
import { repairedSetting } from './repair-incidents';

/** Longer than this without a repair, the app was switched off, as it is without a licence. */
const longestGap = hours(24);

/** Whether the app may have been switched off until now. */
export async function wasAway({ setting }: Pick<Records, 'setting'>, now: Instant): Promise<boolean> {
  const last = await setting(repairedSetting);
  return last === undefined || now - instant(last) > longestGap;
}

/**
 * Whether the app comes back from a time in which it was switched off. What changed meanwhile is read from history, and
 * what fell due meanwhile is not escalated: the news is old.
 */
export async function comeBack(world: Following & { readonly intakeQueue: IntakeQueue }): Promise<boolean> {
  const { records, now } = world;
  const configuration = await presentConfiguration(records);
  if (!configuration) return false;
  const last = instant((await records.setting(repairedSetting)) ?? configuration.since);
  if (now() - last <= longestGap) return false;
  const since = toIso(now());
  await changeConfiguration(records, (one) => (one.since === since ? one : { ...one, since }));
  await startIntake(world, { since: last });
  await records.putSetting(repairedSetting, toIso(now()));
  return true;
}
