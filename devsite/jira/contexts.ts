import type { FieldContext } from './configuration';
import type { CustomField, Option, Setup } from './setup';

const covers = ({ issueTypeIds }: FieldContext, typeId: number): boolean =>
  issueTypeIds.length === 0 || issueTypeIds.includes(typeId);

function find(field: CustomField, projectId: number, typeId: number): FieldContext | undefined {
  if (field.scopeProjectId !== undefined && field.scopeProjectId !== projectId) return undefined;
  const own = field.contexts.filter(({ projectIds }) => projectIds.includes(projectId));
  const chosen = own.length > 0 ? own : field.contexts.filter(({ projectIds }) => projectIds.length === 0);
  return chosen.find((context) => covers(context, typeId));
}

const found = new WeakMap<CustomField, Map<number, Map<number, FieldContext | undefined>>>();

const within = <Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value => {
  if (!map.has(key)) map.set(key, make());
  return map.get(key) as Value;
};

/**
 * The context in which a custom field stands for a type in a project; undefined: the field is not there. A context
 * that names the project goes before a global one, also where it leaves the type out.
 */
export function contextOf(field: CustomField, projectId: number, typeId: number): FieldContext | undefined {
  const projects = found.get(field) ?? new Map<number, Map<number, FieldContext | undefined>>();
  found.set(field, projects);
  const types = within(projects, projectId, () => new Map<number, FieldContext | undefined>());
  return within(types, typeId, () => find(field, projectId, typeId));
}

/** The custom fields that stand for a type in a project. */
export const fieldsInContext = (setup: Setup, projectId: number, typeId: number): readonly CustomField[] =>
  [...setup.fields.values()].filter((field) => contextOf(field, projectId, typeId) !== undefined);

const options = new WeakMap<CustomField, ReadonlyMap<number, Option>>();

/** Every option of a field, whatever its context, by id. */
export function optionsOf(field: CustomField): ReadonlyMap<number, Option> {
  const known = options.get(field);
  if (known) return known;
  const all = new Map(field.contexts.flatMap((context) => context.options).map((option) => [option.id, option]));
  options.set(field, all);
  return all;
}
