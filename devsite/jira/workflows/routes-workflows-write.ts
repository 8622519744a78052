import type { Scoped } from '../configuration/configuration';
import type { Json } from '../json';
import { configuratorsOnly, scopeIn } from '../permissions/configurator';
import { readList, WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { migrateStatuses, type StatusMigration } from './status-migration';
import { levelsAsked, type WorkflowAsk, workflowsAsked } from './workflow-ask';
import { createBody, updateBody, validationOf } from './workflow-bodies';
import { workflowFindings } from './workflow-findings';
import { goingStatuses, moveFor } from './workflow-mapping-findings';
import { isStale, planOf, staleVersion, type WorkflowPlan, workflowBefore } from './workflow-plan';
import { statusesOfWorkflows, workflowShape } from './workflow-shape';
import { noWorkflowTaskRuns, startWorkflowTask } from './workflow-task';
import { usesOfWorkflow } from './workflow-use';
import { createWorkflow, replaceWorkflow, writeStatuses } from './workflow-writing';

function createPlan(call: Call, body: Json): WorkflowPlan {
  const scope = scopeIn(call, body?.scope);
  configuratorsOnly(call, scope);
  return planOf(call.world, scope.scopeProjectId, workflowsAsked(body, false));
}

/** The scope is that of the workflows; those that are not there are found by validation. */
function updatePlan(call: Call, body: Json): WorkflowPlan {
  const ask = workflowsAsked(body, true);
  const scopes: Scoped[] = ask.workflows.flatMap(({ id = '' }) => call.world.setup.workflows.get(id) ?? []);
  const [first = { scopeProjectId: undefined }] = scopes;
  for (const scope of [first, ...scopes]) configuratorsOnly(call, scope);
  return planOf(call.world, first.scopeProjectId, ask);
}

/** What is an error to validation is a refusal here. */
function checkFindings(plan: WorkflowPlan): void {
  const errors = workflowFindings(plan).filter(({ level }) => level === 'ERROR');
  if (errors.length > 0) throw refuse(400, errors.map(({ message }) => message).join(' '));
}

function workflowsAnswer({ world }: Call, ids: readonly string[], more: Json = {}): RouteAnswer {
  const workflows = ids.flatMap((id) => world.setup.workflows.get(id) ?? []);
  const shapes = workflows.map((workflow) => workflowShape(world, workflow));
  return { status: 200, body: { statuses: statusesOfWorkflows(world.setup, workflows), workflows: shapes, ...more } };
}

function create(call: Call): RouteAnswer {
  const plan = createPlan(call, call.body);
  noWorkflowTaskRuns(call.world);
  checkFindings(plan);
  const statuses = writeStatuses(plan);
  const ids = plan.ask.workflows.map((workflow) => createWorkflow(plan, statuses, workflow));
  call.world.reloadSetup();
  return workflowsAnswer(call, ids);
}

/** A stale version is a conflict. */
function checkVersion(plan: WorkflowPlan, workflow: WorkflowAsk): void {
  const before = workflowBefore(plan, workflow);
  if (before && isStale(before, workflow)) throw refuse(409, staleVersion(before));
}

/** Where issues go; `statuses` are the ids of the call's references. */
function migrationsOf(
  plan: WorkflowPlan,
  workflow: WorkflowAsk,
  statuses: ReadonlyMap<string, number>,
): readonly StatusMigration[] {
  return usesOfWorkflow(plan.world.setup, workflow.id ?? '').flatMap((use) =>
    goingStatuses(plan, workflow).map((from) => ({
      projectId: use.project.id,
      typeId: use.typeId,
      from,
      to: statuses.get(moveFor(plan, workflow, use, from) ?? '') ?? from,
    })),
  );
}

function update(call: Call): RouteAnswer {
  const { world, caller, body } = call;
  const plan = updatePlan(call, body);
  noWorkflowTaskRuns(world);
  for (const workflow of plan.ask.workflows) checkVersion(plan, workflow);
  checkFindings(plan);
  const statuses = writeStatuses(plan);
  const migrations = plan.ask.workflows.flatMap((workflow) => migrationsOf(plan, workflow, statuses));
  for (const workflow of plan.ask.workflows) replaceWorkflow(plan, statuses, workflow);
  world.reloadSetup();
  const ids = plan.ask.workflows.flatMap(({ id }) => id ?? []);
  if (migrations.length === 0) return workflowsAnswer(call, ids, { taskId: null });
  migrateStatuses(world, caller.accountId, migrations);
  const task = startWorkflowTask(world, 'migrating issues to changed workflows', caller.accountId);
  return workflowsAnswer(call, ids, { taskId: String(task) });
}

const validate =
  (plan: (call: Call, payload: Json) => WorkflowPlan) =>
  (call: Call): RouteAnswer => {
    const { body } = call;
    if (body?.payload === undefined || body.payload === null) throw refuse(400, "Missing required field 'payload'");
    const levels = levelsAsked(body);
    const errors = workflowFindings(plan(call, body.payload)).filter(({ level }) => levels.includes(level));
    return { status: 200, body: { errors } };
  };

const configured = {
  method: 'POST',
  scopes: ['manage:jira-configuration'],
  permission: 'administrators and the app; administrators of a project for its own',
  points: WRITE,
} as const;

const path = '/rest/api/3/workflows';

export const workflowWriteRoutes: readonly Route[] = [
  { ...configured, path: `${path}/create`, operationId: 'createWorkflows', body: createBody, answer: create },
  {
    ...configured,
    path: `${path}/create/validation`,
    operationId: 'validateCreateWorkflows',
    body: validationOf(createBody),
    points: readList('errors'),
    answer: validate(createPlan),
  },
  { ...configured, path: `${path}/update`, operationId: 'updateWorkflows', body: updateBody, answer: update },
  {
    ...configured,
    path: `${path}/update/validation`,
    operationId: 'validateUpdateWorkflows',
    body: validationOf(updateBody),
    points: readList('errors'),
    answer: validate(updatePlan),
  },
];
