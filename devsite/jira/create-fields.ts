import { allFields } from './field-shape';
import type { Json } from './json';
import { settableFields } from './settable-fields';
import type { IssueType, Project } from './setup';
import { issueTypeShape, optionShape, priorityShape, projectShape } from './shapes';
import type { World } from './world';

const required = ['summary', 'issuetype', 'project'];

function allowedValues(world: World, id: string, project: Project, type: IssueType): Json {
  if (id === 'issuetype') return { allowedValues: [issueTypeShape(type)] };
  if (id === 'project') return { allowedValues: [projectShape(project)] };
  if (id === 'priority') return { allowedValues: [...world.setup.priorities.values()].map(priorityShape) };
  const field = world.setup.fields.get(id);
  return field?.type === 'select' ? { allowedValues: field.options.map(optionShape) } : {};
}

/** The fields that people may set when they create an issue; those of the app are not among them. */
export function createFields(world: World, project: Project, type: IssueType): readonly Json[] {
  const isOffered = (id: string): boolean =>
    id === 'project' ||
    (settableFields[id]?.screens.includes('create') ?? world.setup.fields.get(id)?.appKey === undefined);
  const settable = allFields(world).filter(
    ({ id, custom }) => (custom || id in settableFields || id === 'project') && isOffered(id),
  );
  return settable.map(({ id, key, name, schema }) => ({
    required: required.includes(id),
    schema,
    name,
    key,
    fieldId: id,
    hasDefaultValue: id === 'priority' && project.defaultPriorityId !== undefined,
    operations: id === 'labels' ? ['add', 'set', 'remove'] : ['set'],
    ...allowedValues(world, id, project, type),
  }));
}
