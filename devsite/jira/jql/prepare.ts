import type { Ask } from '../../simulators/simulator';
import type { Caller } from '../jira';

/**
 * Work of the app that an answer waits for, since routes answer at once: undefined when a call needs none. What comes of
 * it is kept by whoever prepares, under the very `ask` that is then handled.
 */
export type Preparer = (caller: Caller, ask: Ask) => Promise<void> | undefined;

/** Has every preparer do its work for a call; undefined when none has any. */
export function prepared(preparers: readonly Preparer[], caller: Caller, ask: Ask): Promise<void> | undefined {
  const works = preparers.flatMap((prepare) => prepare(caller, ask) ?? []);
  return works.length === 0 ? undefined : Promise.all(works).then(() => undefined);
}
