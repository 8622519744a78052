import type { FieldContext, Option } from '../configuration/configuration';
import type { CustomField } from '../configuration/setup';

const covers = ({ issueTypeIds }: FieldContext, typeId: number): boolean =>
  issueTypeIds.length === 0 || issueTypeIds.includes(typeId);

function find(field: CustomField, projectId: number, typeId: number): FieldContext | undefined {
  if (field.scopeProjectId !== undefined && field.scopeProjectId !== projectId) return undefined;
  const own = field.contexts.filter(({ projectIds }) => projectIds.includes(projectId));
  const chosen = own.length > 0 ? own : field.contexts.filter(({ projectIds }) => projectIds.length === 0);
  return chosen.find((context) => covers(context, typeId));
}

type ByType = Map<number, FieldContext | undefined>;

const found = new WeakMap<CustomField, Map<number, ByType>>();

function typesIn(field: CustomField, projectId: number): ByType {
  const projects = found.get(field) ?? new Map<number, ByType>();
  found.set(field, projects);
  const types = projects.get(projectId) ?? new Map<number, FieldContext | undefined>();
  projects.set(projectId, types);
  return types;
}

/**
 * The context in which a custom field stands for a type in a project; undefined: the field is not there. A context
 * that names the project goes before a global one, also where it leaves the type out.
 */
export function contextOf(field: CustomField, projectId: number, typeId: number): FieldContext | undefined {
  const types = found.get(field)?.get(projectId) ?? typesIn(field, projectId);
  if (types.has(typeId)) return types.get(typeId);
  const context = find(field, projectId, typeId);
  types.set(typeId, context);
  return context;
}

const options = new WeakMap<CustomField, ReadonlyMap<number, Option>>();

/** Every option of a field, whatever its context, by id. */
export function optionsOf(field: CustomField): ReadonlyMap<number, Option> {
  const known = options.get(field);
  if (known) return known;
  const all = new Map(field.contexts.flatMap((context) => context.options).map((option) => [option.id, option]));
  options.set(field, all);
  return all;
}
