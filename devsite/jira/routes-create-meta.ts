import { createFields } from './create-fields';
import type { Json } from './json';
import { ok } from './ok';
import { asPage, pageAsk, sliced } from './page-answer';
import { readList } from './points';
import { calledProject, issueTypesOf } from './project';
import { refuse } from './refusal';
import type { Call, Route } from './route';
import { issueTypeShape } from './shapes';

function creatableTypes(call: Call): Json {
  const types = issueTypesOf(call, calledProject(call));
  const page = pageAsk(call, 50, 200);
  return { ...page, total: types.length, issueTypes: sliced(types, page).map(issueTypeShape) };
}

function creatableFields(call: Call): Json {
  const project = calledProject(call);
  const type = issueTypesOf(call, project).find(({ id }) => String(id) === call.path.issueTypeId);
  if (!type) throw refuse(400, 'The issue type is not valid for the project.');
  const fields = createFields(call.world, project, type);
  const page = pageAsk(call, 50, 200);
  return { ...page, total: fields.length, fields: sliced(fields, page) };
}

const seen = { method: 'GET', scopes: ['read:jira-work'], permission: 'whoever sees the project' } as const;

export const createMetaRoutes: readonly Route[] = [
  {
    ...seen,
    path: '/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes',
    operationId: 'getCreateIssueMetaIssueTypes',
    query: asPage,
    points: readList('issueTypes'),
    answer: ok(creatableTypes),
  },
  {
    ...seen,
    path: '/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}',
    operationId: 'getCreateIssueMetaIssueTypeId',
    query: asPage,
    points: readList('fields'),
    answer: ok(creatableFields),
  },
];
