import { contextOf } from './contexts';
import type { IssueType, Project, Setup } from './setup';

type Defaults = readonly (readonly [fieldId: string, optionId: number])[];

const known = new WeakMap<Setup, Map<string, Defaults>>();

function find(setup: Setup, projectId: number, typeId: number): Defaults {
  return [...setup.fields.values()].flatMap((field) => {
    const option = contextOf(field, projectId, typeId)?.defaultOptionId;
    return option === undefined ? [] : [[field.id, option] as const];
  });
}

/** What custom fields of a new issue hold if nobody says: the defaults of their contexts. */
export function defaultsOf(setup: Setup, { id }: Project, type: IssueType): Defaults {
  const all = known.get(setup) ?? new Map<string, Defaults>();
  known.set(setup, all);
  const key = `${id} ${type.id}`;
  const found = all.get(key) ?? find(setup, id, type.id);
  all.set(key, found);
  return found;
}
