import { contextOf } from './contexts';
import { allFields } from './field-shape';
import type { Json } from './json';
import { screenFieldsOf } from './screens-of';
import { type Screen, settableFields } from './settable-fields';
import type { IssueType, Project } from './setup';
import { issueTypeShape, optionShape, priorityShape, projectShape, resolutionShape } from './shapes';
import type { World } from './world';

const required = ['summary', 'issuetype', 'project'];

function allowedValues(world: World, id: string, project: Project, type: IssueType): Json {
  if (id === 'issuetype') return { allowedValues: [issueTypeShape(type)] };
  if (id === 'project') return { allowedValues: [projectShape(project)] };
  if (id === 'resolution') return { allowedValues: [...world.setup.resolutions.values()].map(resolutionShape) };
  if (id === 'priority') return { allowedValues: [...world.setup.priorities.values()].map(priorityShape) };
  const field = world.setup.fields.get(id);
  if (field?.type !== 'select') return {};
  const options = contextOf(field, project.id, type.id)?.options ?? [];
  return { allowedValues: options.filter(({ disabled }) => !disabled).map(optionShape) };
}

/** The fields that people may set when they create an issue; those of the app are not among them. */
export function createFields(world: World, project: Project, type: IssueType): readonly Json[] {
  const onScreen = screenFieldsOf(world.setup, project, type.id, 'create');
  return fieldMetas(world, project, type, (id) => required.includes(id) || onScreen.has(id), 'create');
}

/** The fields of a screen as `createmeta`, `editmeta` and transitions answer them. */
export function fieldMetas(
  world: World,
  project: Project,
  type: IssueType,
  isShown: (id: string) => boolean,
  screen: Screen,
): readonly Json[] {
  const isSettable = (id: string): boolean => {
    const field = world.setup.fields.get(id);
    if (!field)
      return (id === 'project' && screen === 'create') || settableFields[id]?.screens.includes(screen) === true;
    return field.appKey === undefined && contextOf(field, project.id, type.id) !== undefined;
  };
  const settable = allFields(world).filter(({ id }) => isShown(id) && isSettable(id));
  return settable.map(({ id, key, name, schema }) => ({
    required: required.includes(id),
    schema,
    name,
    key,
    fieldId: id,
    hasDefaultValue: hasDefault(world, id, project, type),
    operations: id === 'labels' ? ['add', 'set', 'remove'] : ['set'],
    ...allowedValues(world, id, project, type),
  }));
}

function hasDefault({ setup }: World, id: string, project: Project, type: IssueType): boolean {
  if (id === 'priority') return project.defaultPriorityId !== undefined;
  const field = setup.fields.get(id);
  return field !== undefined && contextOf(field, project.id, type.id)?.defaultOptionId !== undefined;
}
