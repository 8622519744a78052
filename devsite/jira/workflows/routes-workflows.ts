import { administratorsOnly } from '../admin';
import { objectsIn, textsIn } from '../body-reading';
import type { Workflow } from '../configuration/configuration';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk, sliced } from '../page-answer';
import { readList, WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { draftOf } from '../workflow-schemes/workflow-scheme-draft';
import { mayRead } from './workflow-called';
import { statusesOfWorkflows, workflowShape } from './workflow-shape';
import { workflowUses } from './workflow-use';
import { deleteWorkflow } from './workflow-writing';

const notFound = () => refuse(404, 'Not found');

function namedWorkflow({ world }: Call, name: string): Workflow {
  const found = [...world.setup.workflows.values()].find((workflow) => workflow.name === name);
  if (!found) throw notFound();
  return found;
}

function workflowById({ world }: Call, id: string): Workflow {
  const found = world.setup.workflows.get(id);
  if (!found) throw notFound();
  return found;
}

function usedWorkflow({ world }: Call, { projectId, issueTypeId }: Json): Workflow {
  const use = workflowUses(world.setup).find(
    ({ project, typeId }) => String(project.id) === String(projectId) && String(typeId) === String(issueTypeId),
  );
  if (!use) throw notFound();
  return use.workflow;
}

/** All that are named; one that is not there, or not to be seen, is a 404 for the whole call. */
function read(call: Call): Json {
  const { world, body } = call;
  const found = new Set([
    ...textsIn(body, 'workflowIds').map((id) => workflowById(call, id)),
    ...textsIn(body, 'workflowNames').map((name) => namedWorkflow(call, name)),
    ...objectsIn(body, 'projectAndIssueTypes').map((pair) => usedWorkflow(call, pair)),
  ]);
  if (found.size === 0) throw refuse(400, 'Workflows must be named by id, by name, or by project and issue type.');
  if ([...found].some((workflow) => !mayRead(call, workflow))) throw notFound();
  return {
    statuses: statusesOfWorkflows(world.setup, [...found]),
    workflows: [...found].map((workflow) => workflowShape(world, workflow)),
  };
}

const orderings = ['name', '+name', '-name', ' name', 'created', '+created', '-created', ' created'] as const;

/** Workflows stand in the order in which they were made. */
function inOrder({ query }: Call, workflows: readonly Workflow[]): readonly Workflow[] {
  const asked = (query.text('orderBy') ?? 'name').trim();
  const byName = (one: Workflow, other: Workflow) => one.name.localeCompare(other.name);
  const rising = asked.endsWith('name') ? [...workflows].sort(byName) : workflows;
  return asked.startsWith('-') ? [...rising].reverse() : rising;
}

function found(call: Call): readonly Workflow[] {
  const { world, query } = call;
  const active = new Set(workflowUses(world.setup).map(({ workflow }) => workflow));
  const words = (query.text('queryString') ?? '').toLowerCase();
  const [scope, isActive] = [query.text('scope'), query.text('isActive')];
  return [...world.setup.workflows.values()]
    .filter((workflow) => mayRead(call, workflow))
    .filter(({ name }) => name.toLowerCase().includes(words))
    .filter(({ scopeProjectId }) => scope === undefined || (scope === 'GLOBAL') === (scopeProjectId === undefined))
    .filter((workflow) => isActive === undefined || active.has(workflow) === (isActive === 'true'));
}

function search(call: Call): Json {
  const { world, query } = call;
  const [workflows, ask] = [inOrder(call, found(call)), pageAsk(call, 50)];
  const withTransitions = query.has('expand', 'values.transitions');
  return {
    ...pageAnswer(call, workflows, ask, (workflow) => workflowShape(world, workflow, withTransitions)),
    statuses: statusesOfWorkflows(world.setup, sliced(workflows, ask)),
  };
}

function remove(call: Call): RouteAnswer {
  administratorsOnly(call);
  const { world } = call;
  const workflow = world.setup.workflows.get(call.path.entityId ?? '');
  if (!workflow) throw refuse(404, 'The workflow was not found.');
  if (workflowUses(world.setup).some((use) => use.workflow === workflow))
    throw refuse(400, 'Cannot delete an active workflow.');
  const uses = (scheme: { defaultWorkflowId: string; workflowIds: ReadonlyMap<number, string> }): boolean =>
    [scheme.defaultWorkflowId, ...scheme.workflowIds.values()].includes(workflow.id);
  const schemes = [...world.setup.workflowSchemes.values()];
  if (schemes.some(uses)) throw refuse(400, 'Cannot delete a workflow that a workflow scheme uses.');
  if (schemes.some(({ id }) => uses(draftOf(world, id) ?? { defaultWorkflowId: '', workflowIds: new Map() })))
    throw refuse(400, 'Cannot delete a workflow that a draft of a workflow scheme uses.');
  deleteWorkflow(world, workflow);
  return { status: 204 };
}

const configured = {
  scopes: ['manage:jira-configuration'],
  permission: 'administrators and the app; for those of a project also Administer projects, View read-only workflow',
} as const;

export const workflowRoutes: readonly Route[] = [
  {
    ...configured,
    method: 'POST',
    path: '/rest/api/3/workflows',
    operationId: 'readWorkflows',
    body: { workflowIds: 'any', workflowNames: 'any', projectAndIssueTypes: { projectId: 'any', issueTypeId: 'any' } },
    points: readList('workflows'),
    answer: ok(read),
  },
  {
    ...configured,
    method: 'GET',
    path: '/rest/api/3/workflows/search',
    operationId: 'searchWorkflows',
    query: {
      ...asPage,
      queryString: 'text',
      isActive: 'boolean',
      scope: { oneOf: ['GLOBAL', 'PROJECT'] },
      orderBy: { oneOf: orderings },
      expand: { listOf: ['values.transitions'] },
    },
    points: readList('values'),
    answer: ok(search),
  },
  {
    ...configured,
    method: 'DELETE',
    path: '/rest/api/3/workflow/{entityId}',
    operationId: 'deleteInactiveWorkflow',
    permission: 'administrators, and the app',
    points: WRITE,
    answer: remove,
  },
];
