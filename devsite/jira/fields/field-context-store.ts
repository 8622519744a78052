import type { FieldContext } from '../configuration/configuration';
import { contextChanged } from '../configuration/configuration-events';
import { configure } from '../configuration/configure';
import type { CustomField } from '../configuration/setup';
import { refuse } from '../refusal';
import type { Call } from '../route';
import { sharedField } from './custom-field-store';

/** A context and the field it is of. */
export interface ContextOfField {
  readonly field: CustomField;
  readonly context: FieldContext;
}

export function calledContext(call: Call): ContextOfField {
  const field = sharedField(call);
  const context = field.contexts.find(({ id }) => String(id) === call.path.contextId);
  if (!context) throw refuse(404, 'The custom field context was not found.');
  return { field, context };
}

export const isGlobal = ({ projectIds }: FieldContext): boolean => projectIds.length === 0;

/** Keeps where a context holds from now on, and tells of it. */
export function keepPlaces(
  call: Call,
  { field, context }: ContextOfField,
  places: Partial<Pick<FieldContext, 'projectIds' | 'issueTypeIds'>>,
): void {
  const after = { ...context, ...places };
  configure(
    call.world,
    'UPDATE jira_field_context SET projects_json = ?, types_json = ? WHERE id = ?',
    JSON.stringify(after.projectIds),
    JSON.stringify(after.issueTypeIds),
    context.id,
  );
  contextChanged(call.world, 'updated', { field, context: after, actor: call.caller.accountId });
}

/** The projects of a context's body; 404 for one that is not, 400 for one that is not company-managed. */
export function checkProjects({ world }: Call, projectIds: readonly number[]): readonly number[] {
  const projects = projectIds.map((id) => world.setup.projects.get(id));
  if (projects.includes(undefined)) throw refuse(404, 'One or more of the projects were not found.');
  if (projects.some((project) => project?.style !== 'classic'))
    throw refuse(400, 'Contexts can be used in company-managed projects only.');
  return projectIds;
}

export function checkTypes({ world }: Call, typeIds: readonly number[]): readonly number[] {
  const types = typeIds.map((id) => world.setup.issueTypes.get(id));
  if (types.some((type) => type === undefined || type.scopeProjectId !== undefined))
    throw refuse(404, 'One or more of the issue types were not found.');
  return typeIds;
}

/** Refuses projects that one of the field's contexts names already. */
export function checkFree({ contexts }: CustomField, projectIds: readonly number[]): void {
  if (contexts.some((context) => context.projectIds.some((id) => projectIds.includes(id))))
    throw refuse(400, 'One or more of the projects are assigned to a context of the custom field already.');
}
