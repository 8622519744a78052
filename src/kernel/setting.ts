import * as v from 'valibot';
import type { Instant } from './time';

/** A value that the app keeps by itself, under a key of its own. */
export interface Setting<Value> {
  readonly key: string;
  readonly shape: v.GenericSchema<unknown, Value>;
  /**
   * What counts in its place while it cannot be read: what has everything looked at once more, or nothing. Where this is
   * absent there is no going on without it.
   */
  readonly instead?: (now: Instant) => Value | undefined;
}

export const defineSetting = <Value>(setting: Setting<Value>): Setting<Value> => setting;

/** A setting as it is stored, whatever it is. */
export const asStored = (key: string): Setting<unknown> => ({ key, shape: v.unknown() });
