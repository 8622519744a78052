import { holdsGlobally } from '../admin';
import { adminRoute, noContent } from '../admin-route';
import { textIn } from '../body-reading';
import { fieldChanged } from '../configuration/configuration-events';
import { defaultContextName, insertContext, insertField } from '../configuration/configuration-rows';
import { configure } from '../configuration/configure';
import { descriptionIn, nameIn } from '../configuration/name-check';
import type { CustomField } from '../configuration/setup';
import { WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { startTask } from '../tasks';
import { taskAnswer } from '../workflows/workflow-task';
import { anyField, checkChangeable, trashedFields } from './custom-field-store';
import { deleteField } from './field-deletion';
import { allFields } from './field-shape';
import { checkSearcher, typeFor } from './field-types';

/** Names of fields need not differ. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/ (2026-11) */
const rules = { most: 255, taken: [], status: 400, what: 'custom field' };
const LONGEST_DESCRIPTION = 40_000;

/** What a body says of the searcher; undefined where it says nothing. */
function searcherIn({ body }: Call, type: CustomField['type']): string | undefined {
  const key = textIn(body, 'searcherKey', undefined);
  if (key !== undefined) checkSearcher(type, key);
  return key;
}

/** The new field stands everywhere by a context of its own, and on no screen. */
function create(call: Call): RouteAnswer {
  const { world, caller, body } = call;
  if (!holdsGlobally(world, caller.accountId, 'ADMINISTER'))
    throw refuse(400, 'You do not have permission to create custom fields.');
  const name = nameIn(body, rules);
  const type = typeFor(textIn(body, 'type', ''));
  const searcher = searcherIn(call, type) ?? '';
  const description = descriptionIn(body, LONGEST_DESCRIPTION);
  const fieldId = insertField(world.database, { name, description, type, scope: null });
  insertContext(world.database, { fieldId, name: defaultContextName(name) });
  configure(world, 'UPDATE jira_field SET searcher_key = ? WHERE id = ?', searcher, fieldId);
  fieldChanged(world, 'created', anyField(world, fieldId), caller.accountId);
  return { status: 201, body: allFields(world).find(({ id }) => id === fieldId) };
}

/** The field that a call changes. */
function changed({ world, path }: Call): CustomField {
  const id = path.fieldId ?? path.id ?? '';
  const field = anyField(world, id);
  checkChangeable(field);
  return field;
}

function update(call: Call): RouteAnswer {
  const { world, caller, body } = call;
  const { id, type, ...before } = changed(call);
  configure(
    world,
    'UPDATE jira_field SET name = ?, description = ?, searcher_key = ? WHERE id = ?',
    nameIn(body, rules, before.name),
    descriptionIn(body, LONGEST_DESCRIPTION, before.description),
    searcherIn(call, type) ?? before.searcherKey ?? '',
    id,
  );
  fieldChanged(world, 'updated', anyField(world, id), caller.accountId);
  return noContent;
}

function remove(call: Call): RouteAnswer {
  const { world, caller } = call;
  const field = changed(call);
  deleteField(world, field);
  fieldChanged(world, 'deleted', field, caller.accountId);
  const task = startTask(world, { description: `Delete custom field ${field.id}`, submittedBy: caller.accountId });
  return taskAnswer(world, task);
}

function trash(call: Call): RouteAnswer {
  const { world, caller } = call;
  const field = changed(call);
  if (!world.setup.fields.has(field.id)) throw refuse(400, 'The custom field is in the trash already.');
  configure(
    world,
    'UPDATE jira_field SET trashed_at = ?, trashed_by = ? WHERE id = ?',
    world.clock.now(),
    caller.accountId,
    field.id,
  );
  fieldChanged(world, 'trashed', field, caller.accountId);
  return { status: 200, body: {} };
}

function restore(call: Call): RouteAnswer {
  const { world, caller } = call;
  const field = changed(call);
  if (!trashedFields(world).has(field.id)) throw refuse(400, 'The custom field is not in the trash.');
  configure(world, 'UPDATE jira_field SET trashed_at = NULL, trashed_by = NULL WHERE id = ?', field.id);
  fieldChanged(world, 'restored', field, caller.accountId);
  return { status: 200, body: {} };
}

const details = { name: 'any', description: 'any', searcherKey: 'any' } as const;

export const fieldEditRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/rest/api/3/field',
    operationId: 'createCustomField',
    scopes: ['manage:jira-configuration'],
    body: { ...details, type: 'any' },
    permission: 'administrators, and the app; 400 to others',
    points: WRITE,
    answer: create,
  },
  adminRoute({
    method: 'PUT',
    path: '/field/{fieldId}',
    operationId: 'updateCustomField',
    body: details,
    answer: update,
  }),
  adminRoute({ method: 'DELETE', path: '/field/{id}', operationId: 'deleteCustomField', answer: remove }),
  adminRoute({ method: 'POST', path: '/field/{id}/trash', operationId: 'trashCustomField', answer: trash }),
  adminRoute({ method: 'POST', path: '/field/{id}/restore', operationId: 'restoreCustomField', answer: restore }),
];
