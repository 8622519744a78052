import type { Choices } from './choices';
import type { PlanItem } from './plan';
import type { Targets } from './projects';
import type { ScreenReading, SiteReading } from './reading';
import type { Step } from './step';
import { wantedTypes } from './wish';

/** One write that the plan takes, and whether it is done, can be made now, or waits for another. */
export type Stage = { readonly id: string; readonly item: string } & (
  | { readonly state: 'done' }
  /** `for`: the id of the stage, or of the item, without which it cannot be. */
  | { readonly state: 'waiting'; readonly for: string }
  | { readonly state: 'owed'; readonly step: Step }
);

/** What the stages are judged by. */
export interface Known {
  readonly reading: SiteReading;
  readonly choices: Choices;
  readonly targets: Targets;
  readonly items: readonly PlanItem[];
}

export const done = (id: string, item: string): Stage => ({ id, item, state: 'done' });
export const waiting = (id: string, item: string, on: string): Stage => ({ id, item, state: 'waiting', for: on });
export const owed = (id: string, item: string, step: Step): Stage => ({ id, item, state: 'owed', step });

export const verdictOf = ({ items }: Known, id: string) => items.find((item) => item.id === id)?.verdict;

/** Every issue type of the plan that is not left out, as far as it is there, and the first that is still to be made. */
export function typeIds({ items, targets }: Pick<Known, 'items' | 'targets'>): {
  readonly ids: readonly string[];
  readonly absent: string | undefined;
} {
  const wanted = wantedTypes.filter(({ id }) => items.find((item) => item.id === id)?.verdict !== 'leave');
  const ids = wanted.flatMap(({ id }) => targets.get(id) ?? []);
  return { ids, absent: wanted.find(({ id }) => !targets.has(id))?.id };
}

export function onScreen(
  id: string,
  item: string,
  screen: ScreenReading | undefined,
  field: { readonly key: string; readonly fieldId: string | undefined },
): Stage {
  const { key, fieldId } = field;
  if (screen?.tabId === undefined) return waiting(id, item, 'screen:tab');
  if (fieldId === undefined) return waiting(id, item, key);
  if (screen.fieldIds.includes(fieldId)) return done(id, item);
  return owed(id, item, { do: 'add-field-to-screen', screenId: screen.id, tabId: screen.tabId, fieldId });
}
