import { settingIn, UnreadableSetting } from '../kernel/reading';
import type { Records } from '../kernel/records';
import { everySetting } from './every-setting';

/**
 * The settings as they stood when an hour's work began, read at once: enough to see what is to be done, not to write
 * them. One that cannot be read is read anew by whoever asks for it.
 */
export interface MetSettings extends Pick<Records, 'setting'> {
  /** The keys of those that could not be read. */
  readonly broken: ReadonlySet<string>;
}

/** Meets every setting, so that one that cannot be read is told of though nothing asks for it for a while. */
export async function meetSettings(records: Records): Promise<MetSettings> {
  const values = await records.settings(everySetting.map(({ key }) => key));
  const stored = new Map(everySetting.map(({ key }, i) => [key, values[i]]));
  const unread = everySetting.filter((one) => !settingIn(one, stored.get(one.key)).ok);
  const told = await Promise.allSettled(unread.map((one) => records.setting(one)));
  for (const one of told) if (one.status === 'rejected' && !(one.reason instanceof UnreadableSetting)) throw one.reason;
  return {
    broken: new Set(unread.map(({ key }) => key)),
    setting: async (setting) => {
      const read = settingIn(setting, stored.get(setting.key));
      return read.ok ? read.value : records.setting(setting);
    },
  };
}
