import { adminRoute, noContent } from '../admin-route';
import { objectsIn } from '../body-reading';
import type { Json } from '../json';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { systemFields } from './system-fields';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-associations/ (2026-11) */
const MOST_FIELDS = 50;
const MOST_PROJECTS = 100;

function identifiersIn(body: Json, name: string, type: string, most: number): readonly string[] {
  const objects = objectsIn(body, name);
  if (objects.length === 0 || objects.length > most) throw refuse(400, `The ${name} must be 1 to ${most}.`);
  if (objects.some((object) => object.type !== type || object.identifier === undefined))
    throw refuse(400, `Each of the ${name} must be of the type ${type} and have an identifier.`);
  return objects.map(({ identifier }) => String(identifier));
}

/** No field is hidden from any project here, so that each stands where this would put it. */
function associate({ world, body }: Call): RouteAnswer {
  const projects = identifiersIn(body, 'associationContexts', 'PROJECT_ID', MOST_PROJECTS);
  const fields = identifiersIn(body, 'fields', 'FIELD_ID', MOST_FIELDS);
  if (projects.some((id) => !world.setup.projects.has(Number(id))))
    throw refuse(404, 'One or more of the projects were not found.');
  if (fields.some((id) => !world.setup.fields.has(id) && !systemFields.some((field) => field.id === id)))
    throw refuse(404, 'One or more of the fields were not found.');
  return noContent;
}

export const fieldAssociationRoutes: readonly Route[] = [
  adminRoute({
    method: 'PUT',
    path: '/field/association',
    operationId: 'createAssociations',
    body: { associationContexts: { type: 'any', identifier: 'any' }, fields: { type: 'any', identifier: 'any' } },
    answer: associate,
  }),
];
