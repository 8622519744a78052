import { sameName } from '../configuration/name-check';
import type { Status } from '../configuration/setup';
import { statusCategories } from '../fields/asked-fields';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk } from '../page-answer';
import { configuratorsOnly } from '../permissions/configurator';
import { READ_ALL, readList } from '../points';
import { refuse } from '../refusal';
import type { Call, Route } from '../route';
import { checkCount, configured, idsNamed } from './statuses-named';
import { statusBean } from './workflow-shape';
import { MOST_STATUS_NAME } from './workflow-status-findings';

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

export const statusesReadRoutes: readonly Route[] = [
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
