import { Unfit } from '../fields/custom-values';
import { named, type Place, type Tell } from '../fields/system-values';
import type { Json } from '../json';
import { componentOf, keptComponents } from './component';

const none = { id: null, text: null };

/** The ids of a list of `{id}` and `{name}`, as an issue keeps them. */
export function keepComponents(value: Json, { world, projectId }: Pick<Place, 'world' | 'projectId'>): string {
  if (value !== null && !Array.isArray(value)) throw new Unfit('data was not an array');
  const known = world.setup.projects.get(projectId)?.components ?? [];
  return keptComponents(
    (value ?? []).map((one: Json) => {
      const found = named(known, one);
      if (!found) throw new Unfit(`Component name '${one?.name ?? one?.id}' is not valid`);
      return found;
    }),
  );
}

/** Of one component: histories tell of each that came or went by itself. */
export const tellComponent: Tell = (id, setup) =>
  id === null ? none : { id: String(id), text: componentOf(setup, id)?.component.name ?? null };

type Step = (current: readonly Json[], value: Json) => readonly Json[];

const isSame = (one: Json, other: Json): boolean => String(one.id) === String(other?.id) || one.name === other?.name;

const steps: Readonly<Record<string, Step>> = {
  set: (_current, value) => value,
  add: (current, value) => [...current, value],
  remove: (current, value) => current.filter((one) => !isSame(one, value)),
};

/** What the operations of `update` leave of the components there are; undefined where one is not known. */
export function afterSteps(current: readonly Json[], operations: readonly Json[]): readonly Json[] | undefined {
  let left: readonly Json[] = current;
  for (const [name, value] of operations.flatMap((operation) => Object.entries(operation ?? {}))) {
    const step = steps[name];
    if (!step) return undefined;
    left = step(left, value);
  }
  return left;
}
