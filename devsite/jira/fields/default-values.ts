import type { IssueType, Project, Setup } from '../configuration/setup';
import { screenFieldsOf } from '../screens/screens-of';
import { contextOf } from './contexts';

type Defaults = readonly (readonly [fieldId: string, optionId: number])[];

const known = new WeakMap<Setup, Map<string, Defaults>>();

function find(setup: Setup, project: Project, typeId: number): Defaults {
  const onScreen = screenFieldsOf(setup, project, typeId, 'create');
  return [...setup.fields.values()].flatMap((field) => {
    if (!onScreen.has(field.id)) return [];
    const option = contextOf(field, project.id, typeId)?.defaultOptionId;
    return option === undefined ? [] : [[field.id, option] as const];
  });
}

/** What the fields on the create screen hold if nobody says: the defaults of their contexts. */
export function defaultsOf(setup: Setup, project: Project, type: IssueType): Defaults {
  const all = known.get(setup) ?? new Map<string, Defaults>();
  known.set(setup, all);
  const key = `${project.id} ${type.id}`;
  const found = all.get(key) ?? find(setup, project, type.id);
  all.set(key, found);
  return found;
}
