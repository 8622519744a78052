import { adminRoute, noContent } from '../admin-route';
import { idsIn } from '../body-reading';
import type { FieldContext } from '../configuration/configuration';
import { contextChanged } from '../configuration/configuration-events';
import { insertContext } from '../configuration/configuration-rows';
import { configure } from '../configuration/configure';
import { descriptionIn, nameIn } from '../configuration/name-check';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk } from '../page-answer';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { sharedField } from './custom-field-store';
import { calledContext, checkFree, checkProjects, checkTypes, isGlobal } from './field-context-store';

function list(call: Call): Json {
  const { query } = call;
  const asks = (name: string, is: boolean): boolean => query.text(name) === undefined || query.boolean(name, is) === is;
  const found = sharedField(call).contexts.filter(
    (context) =>
      (query.list('contextId').length === 0 || query.has('contextId', String(context.id))) &&
      asks('isAnyIssueType', context.issueTypeIds.length === 0) &&
      asks('isGlobalContext', isGlobal(context)),
  );
  return pageAnswer(call, found, pageAsk(call), (context) => ({
    id: String(context.id),
    name: context.name,
    description: context.description,
    isGlobalContext: isGlobal(context),
    isAnyIssueType: context.issueTypeIds.length === 0,
  }));
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-contexts/ (2026-11) */
const rules = { most: 255, taken: [], status: 400, what: 'context' };

function create(call: Call): RouteAnswer {
  const { world, caller, body } = call;
  const field = sharedField(call);
  const [name, description] = [nameIn(body, rules), descriptionIn(body, 255)];
  const projectIds = checkProjects(call, [...new Set(idsIn(body, 'projectIds'))]);
  const issueTypeIds = checkTypes(call, [...new Set(idsIn(body, 'issueTypeIds'))]);
  if (projectIds.length === 0 && field.contexts.some(isGlobal))
    throw refuse(400, 'The custom field has a global context already.');
  checkFree(field, projectIds);
  const id = insertContext(world.database, { fieldId: field.id, name, description, projectIds, issueTypeIds });
  world.reloadSetup();
  const context = { id, name, description, projectIds, issueTypeIds, options: [], defaultOptionId: undefined };
  contextChanged(world, 'created', { field, context, actor: caller.accountId });
  return { status: 201, body: createdShape(context) };
}

const createdShape = ({ id, name, description, projectIds, issueTypeIds }: FieldContext): Json => ({
  id: String(id),
  name,
  description,
  projectIds: projectIds.map(String),
  issueTypeIds: issueTypeIds.map(String),
});

function update(call: Call): RouteAnswer {
  const { world, caller, body } = call;
  const { field, context } = calledContext(call);
  const name = nameIn(body, rules, context.name);
  const description = descriptionIn(body, 255, context.description);
  configure(
    world,
    'UPDATE jira_field_context SET name = ?, description = ? WHERE id = ?',
    name,
    description,
    context.id,
  );
  contextChanged(world, 'updated', { field, context: { ...context, name, description }, actor: caller.accountId });
  return noContent;
}

/** A global context stays. https://developer.atlassian.com/changelog/#CHANGE-3019 (2026-04) */
function remove(call: Call): RouteAnswer {
  const { world, caller } = call;
  const { field, context } = calledContext(call);
  if (isGlobal(context)) throw refuse(400, 'The global context of a custom field cannot be deleted.');
  world.database.sql('DELETE FROM jira_option WHERE context_id = ?').run(context.id);
  configure(world, 'DELETE FROM jira_field_context WHERE id = ?', context.id);
  contextChanged(world, 'deleted', { field, context, actor: caller.accountId });
  return noContent;
}

const all = '/field/{fieldId}/context';
const one = `${all}/{contextId}`;
const details = { name: 'any', description: 'any' } as const;

export const fieldContextRoutes: readonly Route[] = [
  adminRoute({
    method: 'GET',
    path: all,
    operationId: 'getContextsForField',
    query: { ...asPage, isAnyIssueType: 'boolean', isGlobalContext: 'boolean', contextId: 'list' },
    answer: ok(list),
  }),
  adminRoute({
    method: 'POST',
    path: all,
    operationId: 'createCustomFieldContext',
    body: { ...details, projectIds: 'any', issueTypeIds: 'any' },
    answer: create,
  }),
  adminRoute({ method: 'PUT', path: one, operationId: 'updateCustomFieldContext', body: details, answer: update }),
  adminRoute({ method: 'DELETE', path: one, operationId: 'deleteCustomFieldContext', answer: remove }),
];
