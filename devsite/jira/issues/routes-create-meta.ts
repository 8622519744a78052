import { createFields, editFields } from '../fields/create-fields';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAsk, sliced } from '../page-answer';
import { may } from '../permissions/permissions';
import { READ_ONE, readList } from '../points';
import { calledProject, issueTypesOf } from '../projects/project';
import { refuse } from '../refusal';
import type { Call, Route } from '../route';
import { issueTypeShape } from '../shapes';
import { calledIssue } from './issue';

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

function editMeta(call: Call): Json {
  const { world, caller } = call;
  const { row } = calledIssue(call);
  const project = world.setup.projects.get(row.project_id);
  const type = world.setup.issueTypes.get(row.type_id);
  const isEditable = project !== undefined && type !== undefined && may(world, caller.accountId, 'EDIT_ISSUES', row);
  return { fields: isEditable ? editFields(world, project, type) : {} };
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
  {
    method: 'GET',
    path: '/rest/api/3/issue/{issueIdOrKey}/editmeta',
    operationId: 'getEditIssueMeta',
    scopes: ['read:jira-work'],
    query: { overrideScreenSecurity: { oneOf: ['false'] }, overrideEditableFlag: { oneOf: ['false'] } },
    permission: 'Browse projects; Edit issues to see any field',
    points: READ_ONE,
    answer: ok(editMeta),
  },
];
