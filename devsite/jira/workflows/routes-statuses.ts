import { objectsIn, textIn } from '../body-reading';
import type { Scoped } from '../configuration/configuration';
import { sameName } from '../configuration/name-check';
import type { Status } from '../configuration/setup';
import { needed, oneOf, statusCategories } from '../fields/asked-fields';
import type { Json } from '../json';
import { configuratorsOnly, scopeIn } from '../permissions/configurator';
import { WRITE } from '../points';
import { type Refusal, refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { deleteStatus, hasIssues, insertStatus, updateStatus } from './status-store';
import { configured, idsNamed } from './statuses-named';
import { scopeBody } from './workflow-bodies';
import { statusBean } from './workflow-shape';
import { MOST_STATUS_NAME } from './workflow-status-findings';
import { noWorkflowTaskRuns } from './workflow-task';

function nameIn(body: Json): string {
  const name = needed(body, 'name', 'statuses').trim();
  if (name === '') throw refuse(400, 'The name must not be empty.');
  if (name.length > MOST_STATUS_NAME) throw refuse(400, `The name is too long, maxSize=${MOST_STATUS_NAME}`);
  return name;
}

const categoryIn = (body: Json): Status['category'] =>
  oneOf(statusCategories, needed(body, 'statusCategory', 'statuses'), 'statusCategory');

function checkFree({ world }: Call, { scopeProjectId }: Scoped, name: string, own?: number): void {
  const taken = [...world.setup.statuses.values()].some(
    (other) => other.scopeProjectId === scopeProjectId && other.id !== own && sameName(other.name, name),
  );
  if (taken) throw refuse(400, `Status name "${name}" already in use. Try a different name.`);
}

function asked(call: Call): readonly Json[] {
  const statuses = objectsIn(call.body, 'statuses');
  if (statuses.length === 0) throw refuse(400, 'statuses : must not be empty');
  return statuses;
}

function createStatuses(call: Call): RouteAnswer {
  const { world, body } = call;
  const scope = scopeIn(call, body?.scope);
  configuratorsOnly(call, scope);
  noWorkflowTaskRuns(world);
  const ids = asked(call).map((status) => {
    const [name, category] = [nameIn(status), categoryIn(status)];
    checkFree(call, scope, name);
    const id = insertStatus(world, { name, category, description: textIn(status, 'description', ''), ...scope });
    world.reloadSetup();
    return id;
  });
  return { status: 200, body: ids.flatMap((id) => world.setup.statuses.get(id) ?? []).map(statusBean) };
}

const noSuchStatus = (id: string): Refusal => refuse(400, `The status with ID ${id} is not found.`);

function called(call: Call, id: string): Status {
  const status = call.world.setup.statuses.get(Number(id));
  if (!status) throw noSuchStatus(id);
  configuratorsOnly(call, status);
  return status;
}

function updateStatuses(call: Call): RouteAnswer {
  const { world } = call;
  noWorkflowTaskRuns(world);
  for (const body of asked(call)) {
    const before = called(call, needed(body, 'id', 'statuses'));
    const [name, category] = [nameIn(body), categoryIn(body)];
    checkFree(call, before, name, before.id);
    updateStatus(world, before.id, { ...before, name, category, description: textIn(body, 'description', '') });
    world.reloadSetup();
  }
  return { status: 204 };
}

function deleteStatuses(call: Call): RouteAnswer {
  const { world } = call;
  for (const status of idsNamed(call).map((id) => called(call, id))) {
    const isUsed = [...world.setup.workflows.values()].some(({ statuses }) =>
      statuses.some(({ statusId }) => statusId === status.id),
    );
    if (isUsed || hasIssues(world, status.id))
      throw refuse(400, `The status "${status.name}" is in use and cannot be deleted.`);
    deleteStatus(world, status.id);
  }
  world.reloadSetup();
  return { status: 204 };
}

const path = '/rest/api/3/statuses';
const statusBody = { name: 'any', description: 'any', statusCategory: 'any' } as const;

export const statusesRoutes: readonly Route[] = [
  {
    ...configured,
    method: 'POST',
    path,
    operationId: 'createStatuses',
    body: { scope: scopeBody, statuses: statusBody },
    points: WRITE,
    answer: createStatuses,
  },
  {
    ...configured,
    method: 'PUT',
    path,
    operationId: 'updateStatuses',
    body: { statuses: { id: 'any', ...statusBody } },
    points: WRITE,
    answer: updateStatuses,
  },
  {
    ...configured,
    method: 'DELETE',
    path,
    operationId: 'deleteStatusesById',
    query: { id: 'list' },
    points: WRITE,
    answer: deleteStatuses,
  },
];
