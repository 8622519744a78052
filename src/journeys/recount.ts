import * as v from 'valibot';
import type { Records } from '../kernel/records';
import { defineSetting } from '../kernel/setting';
import { StoredInstant } from '../kernel/shapes';
import { type Instant, toIso } from '../kernel/time';

/** The KVS key of the recount that is owed or under way. */
export const recountKey = 'recount';

const Recount = v.object({
  /** Tells one ask from another. */
  turn: v.number(),
  /** When it was asked for, as an ISO instant. */
  at: StoredInstant,
  /** Behind which cursor it goes on. */
  after: v.optional(v.string()),
  done: v.optional(v.literal(true)),
});
export type Recount = v.InferOutput<typeof Recount>;

/** Where it cannot be read whether one is owed, one is. */
export const recountSetting = defineSetting({
  key: recountKey,
  shape: Recount,
  instead: (): Recount | undefined => ({ turn: 0, at: toIso(0 as Instant) }),
});

type Settings = Pick<Records, 'setting' | 'putSetting'>;

/** The recount as it stands; undefined where none was ever asked for. */
export const readRecount = ({ setting }: Pick<Settings, 'setting'>): Promise<Recount | undefined> =>
  setting(recountSetting);

export const writeRecount = ({ putSetting }: Pick<Settings, 'putSetting'>, recount: Recount): Promise<void> =>
  putSetting(recountSetting, recount);

/** Remembers that all clocks are to be counted anew, from the first, so that no interruption makes it forgotten. */
export async function oweRecount(records: Settings, at: string): Promise<void> {
  const known = await readRecount(records);
  await writeRecount(records, { turn: (known?.turn ?? 0) + 1, at });
}
