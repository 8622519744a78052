import { adminRoute, noContent } from '../admin-route';
import { someIdsIn } from '../body-ids';
import { objectsIn } from '../body-reading';
import type { FieldContext } from '../configuration/configuration';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk } from '../page-answer';
import { readList } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { needed } from './asked-fields';
import { contextOf } from './contexts';
import { sharedField } from './custom-field-store';
import { calledContext, checkFree, checkProjects, checkTypes, isGlobal, keepPlaces } from './field-context-store';

/** Where contexts hold, a place a row; `anywhere` is the row of one that holds everywhere. */
function placed(
  call: Call,
  placesOf: (context: FieldContext) => readonly number[],
  name: string,
  anywhere: string,
): Json {
  const { query } = call;
  const rows = sharedField(call)
    .contexts.filter(({ id }) => query.list('contextId').length === 0 || query.has('contextId', String(id)))
    .flatMap((context) => {
      const contextId = String(context.id);
      const places = [...placesOf(context)].sort((one, other) => one - other);
      if (places.length === 0) return [{ contextId, [anywhere]: true }];
      return places.map((place) => ({ contextId, [name]: String(place) }));
    });
  return pageAnswer(call, rows, pageAsk(call), (row) => row);
}

function contextsFor(call: Call): Json {
  const field = sharedField(call);
  const pairs = objectsIn(call.body, 'mappings').map((mapping) => ({
    projectId: Number(needed(mapping, 'projectId', 'mappings')),
    issueTypeId: Number(needed(mapping, 'issueTypeId', 'mappings')),
  }));
  if (pairs.length === 0) throw refuse(400, 'The mappings must not be empty.');
  const texts = pairs.map(({ projectId, issueTypeId }) => `${projectId} ${issueTypeId}`);
  if (new Set(texts).size < texts.length) throw refuse(400, 'The mappings must not contain duplicates.');
  checkProjects(
    call,
    pairs.map(({ projectId }) => projectId),
  );
  checkTypes(
    call,
    pairs.map(({ issueTypeId }) => issueTypeId),
  );
  return pageAnswer(call, pairs, pageAsk(call), ({ projectId, issueTypeId }) => {
    const contextId = contextOf(field, projectId, issueTypeId)?.id;
    return {
      projectId: String(projectId),
      issueTypeId: String(issueTypeId),
      contextId: contextId === undefined ? null : String(contextId),
    };
  });
}

/** https://developer.atlassian.com/changelog/#CHANGE-3019 (2026-04) */
function checkNotGlobal(context: FieldContext, what: string): void {
  if (isGlobal(context)) throw refuse(400, `The global context of a custom field takes no ${what}.`);
}

function addProjects(call: Call): RouteAnswer {
  const called = calledContext(call);
  checkNotGlobal(called.context, 'projects');
  const projectIds = checkProjects(call, someIdsIn(call.body, 'projectIds'));
  checkFree(called.field, projectIds);
  keepPlaces(call, called, { projectIds: [...called.context.projectIds, ...projectIds] });
  return noContent;
}

function removeProjects(call: Call): RouteAnswer {
  const { field, context } = calledContext(call);
  const projectIds = checkProjects(call, someIdsIn(call.body, 'projectIds'));
  if (projectIds.some((id) => !context.projectIds.includes(id)))
    throw refuse(400, 'One or more of the projects are not assigned to the context.');
  const rest = context.projectIds.filter((id) => !projectIds.includes(id));
  if (rest.length === 0 && field.contexts.some(isGlobal))
    throw refuse(400, 'The custom field would have two global contexts.');
  keepPlaces(call, { field, context }, { projectIds: rest });
  return noContent;
}

function addTypes(call: Call): RouteAnswer {
  const called = calledContext(call);
  const { context } = called;
  checkNotGlobal(context, 'issue types');
  const typeIds = checkTypes(call, someIdsIn(call.body, 'issueTypeIds'));
  if (typeIds.some((id) => context.issueTypeIds.includes(id)))
    throw refuse(400, 'One or more of the issue types are in the context already.');
  keepPlaces(call, called, { issueTypeIds: [...context.issueTypeIds, ...typeIds] });
  return noContent;
}

function removeTypes(call: Call): RouteAnswer {
  const called = calledContext(call);
  const { context } = called;
  const typeIds = checkTypes(call, someIdsIn(call.body, 'issueTypeIds'));
  if (typeIds.some((id) => !context.issueTypeIds.includes(id)))
    throw refuse(400, 'One or more of the issue types are not in the context.');
  keepPlaces(call, called, { issueTypeIds: context.issueTypeIds.filter((id) => !typeIds.includes(id)) });
  return noContent;
}

const all = '/field/{fieldId}/context';
const one = `${all}/{contextId}`;
const query = { ...asPage, contextId: 'list' } as const;
const projectIds = { projectIds: 'any' } as const;
const issueTypeIds = { issueTypeIds: 'any' } as const;

export const fieldContextPlaceRoutes: readonly Route[] = [
  adminRoute({
    method: 'GET',
    path: `${all}/projectmapping`,
    operationId: 'getProjectContextMapping',
    query,
    answer: ok((call) => placed(call, (context) => context.projectIds, 'projectId', 'isGlobalContext')),
  }),
  adminRoute({
    method: 'GET',
    path: `${all}/issuetypemapping`,
    operationId: 'getIssueTypeMappingsForContexts',
    query,
    answer: ok((call) => placed(call, (context) => context.issueTypeIds, 'issueTypeId', 'isAnyIssueType')),
  }),
  adminRoute({
    method: 'POST',
    path: `${all}/mapping`,
    operationId: 'getCustomFieldContextsForProjectsAndIssueTypes',
    query: asPage,
    body: { mappings: { issueTypeId: 'any', projectId: 'any' } },
    points: readList('values'),
    answer: ok(contextsFor),
  }),
  adminRoute({
    method: 'PUT',
    path: `${one}/project`,
    operationId: 'assignProjectsToCustomFieldContext',
    body: projectIds,
    answer: addProjects,
  }),
  adminRoute({
    method: 'POST',
    path: `${one}/project/remove`,
    operationId: 'removeCustomFieldContextFromProjects',
    body: projectIds,
    answer: removeProjects,
  }),
  adminRoute({
    method: 'PUT',
    path: `${one}/issuetype`,
    operationId: 'addIssueTypesToContext',
    body: issueTypeIds,
    answer: addTypes,
  }),
  adminRoute({
    method: 'POST',
    path: `${one}/issuetype/remove`,
    operationId: 'removeIssueTypesFromContext',
    body: issueTypeIds,
    answer: removeTypes,
  }),
];
