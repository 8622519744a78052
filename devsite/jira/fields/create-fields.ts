import { componentShape } from '../components/component-shape';
import type { Option } from '../configuration/configuration';
import type { IssueType, Project } from '../configuration/setup';
import { defaultPriority } from '../issue-types/default-priority';
import { typesLike } from '../issue-types/types-like';
import { type Json, own } from '../json';
import { fieldsOnScreen, screenFieldsOf } from '../screens/screens-of';
import { issueTypeShape, optionShape, priorityShape, projectShape, resolutionShape } from '../shapes';
import type { World } from '../world';
import { contextOf } from './contexts';
import { allFields } from './field-shape';
import { hasOptions } from './field-types';
import { type Screen, settableFields } from './settable-fields';

const required = ['summary', 'issuetype', 'project'];

/** System fields of several values, to which one can be added. */
const severalOf: ReadonlySet<string> = new Set(['labels', 'components']);

type Allowed = (world: World, project: Project, type: IssueType, screen: Screen) => Json;

const allowed: Readonly<Record<string, Allowed>> = {
  issuetype: (world, project, type, screen) =>
    (screen === 'create' ? [type] : typesLike(world, project, type)).map(issueTypeShape),
  project: (_world, project) => [projectShape(project)],
  components: (_world, project) => project.components.map(componentShape),
  resolution: ({ setup }) => [...setup.resolutions.values()].map(resolutionShape),
  priority: ({ setup }) => [...setup.priorities.values()].map(priorityShape),
};

function allowedValues(world: World, id: string, project: Project, type: IssueType, screen: Screen): Json {
  const values = own(allowed, id)?.(world, project, type, screen);
  if (values) return { allowedValues: values };
  const field = world.setup.fields.get(id);
  if (!field || !hasOptions(field.type)) return {};
  const options = contextOf(field, project.id, type.id)?.options ?? [];
  return { allowedValues: options.filter(({ disabled }) => !disabled).map(optionShape) };
}

/** The fields that people may set when they create an issue; those of the app are not among them. */
export function createFields(world: World, project: Project, type: IssueType): readonly Json[] {
  const onScreen = screenFieldsOf(world.setup, project, type.id, 'create');
  return fieldMetas(world, project, type, (id) => required.includes(id) || onScreen.has(id), 'create');
}

const byId = (fields: readonly Json[]): Json =>
  Object.fromEntries(fields.map(({ fieldId, ...field }) => [fieldId, field]));

/** The fields that people may set when they edit an issue, by id. */
export function editFields(world: World, project: Project, type: IssueType): Json {
  const onScreen = screenFieldsOf(world.setup, project, type.id, 'edit');
  return byId(fieldMetas(world, project, type, (id) => id === 'issuetype' || onScreen.has(id), 'edit'));
}

/** The fields on the screen of a transition, by id. */
export function transitionFields(world: World, project: Project, type: IssueType, screenId: number | undefined): Json {
  const onScreen = fieldsOnScreen(world.setup, screenId);
  return byId(fieldMetas(world, project, type, (id) => onScreen.has(id), 'transition'));
}

/** The fields of a screen as `createmeta`, `editmeta` and transitions answer them. */
function fieldMetas(
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
    operations: severalOf.has(id) ? ['add', 'set', 'remove'] : ['set'],
    ...(screen === 'create' && defaultValue(world, id, project, type)),
    ...allowedValues(world, id, project, type, screen),
  }));
}

/** The option that a field holds if nobody says. */
function defaultOption({ setup }: World, id: string, project: Project, type: IssueType): Option | undefined {
  const field = setup.fields.get(id);
  const { defaultOptionId, options = [] } = (field && contextOf(field, project.id, type.id)) ?? {};
  return options.find((option) => option.id === defaultOptionId);
}

function defaultValue(world: World, id: string, project: Project, type: IssueType): Json {
  const priority = id === 'priority' ? defaultPriority(world, project) : undefined;
  if (priority) return { defaultValue: priorityShape(priority) };
  const option = defaultOption(world, id, project, type);
  return option ? { defaultValue: optionShape(option) } : {};
}

/** An issue has whoever creates it for its reporter. */
const hasDefault = (world: World, id: string, project: Project, type: IssueType): boolean =>
  id === 'reporter' || defaultValue(world, id, project, type).defaultValue !== undefined;
