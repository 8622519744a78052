import { adminRoute } from '../admin-route';
import { asUsagePage, readUsages, usagePage } from '../configuration/usage-page';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk } from '../page-answer';
import { READ_ONE } from '../points';
import { projectsOfScheme } from '../projects/scheme-projects';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { calledScheme, editScheme, isActive } from './workflow-scheme-called';
import { draftOf } from './workflow-scheme-draft';
import { partsIn } from './workflow-scheme-edits';
import { draftShape, schemeShape } from './workflow-scheme-shape';
import { deleteScheme, insertScheme } from './workflow-scheme-store';

/** Those of team-managed projects are shown by no call of these. */
function list(call: Call): Json {
  const schemes = [...call.world.setup.workflowSchemes.values()].filter(
    (scheme) => scheme.scopeProjectId === undefined,
  );
  return pageAnswer(call, schemes, pageAsk(call, 50), (scheme) => schemeShape(call.world, scheme));
}

function create(call: Call): RouteAnswer {
  const id = insertScheme(call.world, partsIn(call, undefined));
  return { status: 201, body: schemeShape(call.world, calledScheme(call, String(id))) };
}

function read(call: Call): Json {
  const scheme = calledScheme(call);
  const draft = call.query.boolean('returnDraftIfExists', false) ? draftOf(call.world, scheme.id) : undefined;
  return draft ? draftShape(call.world, scheme, draft) : schemeShape(call.world, scheme);
}

function remove(call: Call): RouteAnswer {
  const scheme = calledScheme(call);
  if (isActive(call, scheme)) throw refuse(400, 'The workflow scheme is active and cannot be deleted.');
  deleteScheme(call.world, scheme.id);
  return { status: 204 };
}

function usages(call: Call): Json {
  const { id } = calledScheme(call, call.path.workflowSchemeId);
  const ids = projectsOfScheme(call.world.setup, 'workflowSchemeId', id).map((project) => project.id);
  return { workflowSchemeId: String(id), projects: usagePage(call, ids) };
}

/** What a scheme is made of, as the classic calls take it. */
export const schemeBody = {
  name: 'any',
  description: 'any',
  defaultWorkflow: 'any',
  issueTypeMappings: 'any',
} as const;

const path = '/workflowscheme';

export const workflowSchemeRoutes: readonly Route[] = [
  adminRoute({ method: 'GET', path, operationId: 'getAllWorkflowSchemes', query: asPage, answer: ok(list) }),
  adminRoute({ method: 'POST', path, operationId: 'createWorkflowScheme', body: schemeBody, answer: create }),
  adminRoute({
    method: 'GET',
    path: `${path}/{id}`,
    operationId: 'getWorkflowScheme',
    query: { returnDraftIfExists: 'boolean' },
    points: READ_ONE,
    answer: ok(read),
  }),
  adminRoute({
    method: 'PUT',
    path: `${path}/{id}`,
    operationId: 'updateWorkflowScheme',
    body: { ...schemeBody, updateDraftIfNeeded: 'boolean' },
    answer: editScheme(partsIn),
  }),
  adminRoute({ method: 'DELETE', path: `${path}/{id}`, operationId: 'deleteWorkflowScheme', answer: remove }),
  adminRoute({
    method: 'GET',
    path: `${path}/{workflowSchemeId}/projectUsages`,
    operationId: 'getProjectUsagesForWorkflowScheme',
    query: asUsagePage,
    points: readUsages('projects'),
    answer: ok(usages),
  }),
];
