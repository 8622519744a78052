import { textIn } from '../body-reading';
import type { Json } from '../json';
import { refuse } from '../refusal';

/**
 * A list with some of its members moved as `after` or `position` of a body ask, in the order they are given in.
 * Refuses 400 what is not clear, or names members that are not in the list.
 */
export function reordered<Id extends string | number>(list: readonly Id[], moved: readonly Id[], body: Json): Id[] {
  if (moved.length === 0) throw refuse(400, 'At least one ID must be provided.');
  if (new Set(moved).size < moved.length) throw refuse(400, 'The list of IDs must not contain duplicates.');
  if (moved.some((id) => !list.includes(id))) throw refuse(400, 'One or more of the IDs do not belong to the list.');
  const rest = list.filter((id) => !moved.includes(id));
  const place = placeIn(rest, body);
  return [...rest.slice(0, place), ...moved, ...rest.slice(place)];
}

function placeIn(rest: readonly (string | number)[], body: Json): number {
  const [after, position] = [textIn(body, 'after', undefined), textIn(body, 'position', undefined)];
  if ((after === undefined) === (position === undefined))
    throw refuse(400, "Exactly one of 'after' and 'position' must be provided.");
  if (position === 'First') return 0;
  if (position === 'Last') return rest.length;
  const place = rest.findIndex((id) => String(id) === after);
  if (place === -1) throw refuse(400, "The value of 'after' or 'position' is not valid.");
  return place + 1;
}
