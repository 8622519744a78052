import { needed, oneOf, statusCategories } from './asked-fields';
import { objectsIn, textIn } from './body-reading';
import type { Scoped } from './configuration';
import { configuratorsOnly, scopeIn } from './configurator';
import type { Json } from './json';
import { sameName } from './name-check';
import { ok } from './ok';
import { asPage, pageAnswer, pageAsk } from './page-answer';
import { READ_ALL, readList, WRITE } from './points';
import { type Refusal, refuse } from './refusal';
import type { Call, Route, RouteAnswer } from './route';
import type { Status } from './setup';
import { deleteStatus, hasIssues, insertStatus, updateStatus } from './status-store';
import { scopeBody } from './workflow-bodies';
import { statusBean } from './workflow-shape';
import { MOST_STATUS_NAME } from './workflow-status-findings';
import { noWorkflowTaskRuns } from './workflow-task';

/** Most statuses named by one call, of Jira's published description. */
const MOST_NAMED = 50;

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

function checkCount({ length }: readonly string[], name: string): void {
  if (length === 0 || length > MOST_NAMED) throw refuse(400, `Between 1 and ${MOST_NAMED} of '${name}' must be given.`);
}

function idsNamed({ query }: Call): readonly string[] {
  const ids = query.list('id');
  checkCount(ids, 'id');
  return ids;
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

/** Those of a project when a query names one, else those that are global. */
function statusesAsked(call: Call): readonly Status[] {
  const projectId = call.query.text('projectId');
  const scope = { scopeProjectId: projectId === undefined ? undefined : Number(projectId) };
  configuratorsOnly(call, scope);
  return [...call.world.setup.statuses.values()].filter((status) => status.scopeProjectId === scope.scopeProjectId);
}

function searchStatuses(call: Call): Json {
  const text = (call.query.text('searchString') ?? '').toLowerCase();
  if (text.length > MOST_STATUS_NAME) throw refuse(400, 'The searchString is too long.');
  const category = call.query.text('statusCategory');
  const found = statusesAsked(call).filter(
    (status) => status.name.toLowerCase().includes(text) && (category === undefined || status.category === category),
  );
  return pageAnswer(call, found, pageAsk(call, 200), statusBean);
}

function statusesById(call: Call): Json {
  const ids = idsNamed(call);
  const found = ids.flatMap((id) => call.world.setup.statuses.get(Number(id)) ?? []);
  for (const status of found) configuratorsOnly(call, status);
  return found.map(statusBean);
}

function statusesByName(call: Call): Json {
  const names = new URLSearchParams(call.ask.path.split('?')[1]).getAll('name');
  checkCount(names, 'name');
  return statusesAsked(call)
    .filter((status) => names.some((name) => sameName(name, status.name)))
    .map(statusBean);
}

const path = '/rest/api/3/statuses';
const configured = {
  scopes: ['manage:jira-configuration'],
  permission: 'administrators and the app; administrators of a project for its own',
} as const;
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
  {
    ...configured,
    method: 'GET',
    path,
    operationId: 'getStatusesById',
    query: { id: 'list' },
    points: READ_ALL,
    answer: ok(statusesById),
  },
  {
    ...configured,
    method: 'GET',
    path: `${path}/byNames`,
    operationId: 'getStatusesByName',
    query: { name: 'list', projectId: 'text' },
    points: READ_ALL,
    answer: ok(statusesByName),
  },
  {
    ...configured,
    method: 'GET',
    path: `${path}/search`,
    operationId: 'search',
    query: { ...asPage, projectId: 'text', searchString: 'text', statusCategory: { oneOf: [...statusCategories] } },
    points: readList('values'),
    answer: ok(searchStatuses),
  },
];
