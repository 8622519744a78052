import type { Screen } from '../configuration/configuration';
import type { Json } from '../json';
import { refuse } from '../refusal';
import type { World } from '../world';
import { fieldsFor, keepTab, type ScreenField, type Tab } from './screen-store';

interface Addition {
  readonly screen: Screen;
  readonly tab: Tab;
  readonly fieldId: string;
  /** Of the refusal when the field is on the screen already. */
  readonly status: number;
}

/** Puts a field last on a tab. */
export function addField(world: World, { screen, tab, fieldId, status }: Addition): ScreenField {
  const field = fieldsFor(world, screen).find(({ id }) => id === fieldId);
  if (!field) throw refuse(404, `The field '${fieldId}' was not found.`);
  if (screen.tabs.some(({ fieldIds }) => fieldIds.includes(fieldId)))
    throw refuse(status, `The field with id ${fieldId} already exists on the screen.`);
  keepTab(world, screen, { ...tab, fieldIds: [...tab.fieldIds, fieldId] });
  return field;
}

const steps: Readonly<Record<string, (place: number, last: number) => number>> = {
  Earlier: (place) => place - 1,
  Later: (place) => place + 1,
  First: () => 0,
  Last: (_place, last) => last,
};

/** `after` is the address of a field of the tab; it goes before `position`. */
function placeOf(rest: readonly string[], place: number, { after, position }: Json): number {
  if (typeof after === 'string') {
    const found = rest.indexOf(after.split('/').at(-1) ?? '');
    if (found === -1) throw refuse(404, `The field to stand after, '${after}', is not on the tab.`);
    return found + 1;
  }
  const step = typeof position === 'string' ? steps[position] : undefined;
  if (!step) throw refuse(400, "Either 'after' or 'position' must be given.");
  return step(place, rest.length);
}

/** The fields of a tab with one of them moved; 404 where it cannot go. */
export function withMoved(fieldIds: readonly string[], fieldId: string, body: Json): readonly string[] {
  const rest = fieldIds.filter((id) => id !== fieldId);
  const place = placeOf(rest, fieldIds.indexOf(fieldId), body ?? {});
  if (place < 0 || place > rest.length) throw refuse(404, 'The field cannot be moved to the requested position.');
  return [...rest.slice(0, place), fieldId, ...rest.slice(place)];
}
