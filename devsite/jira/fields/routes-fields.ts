import { adminRoute } from '../admin-route';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk } from '../page-answer';
import { READ_ALL, READ_ONE, readList } from '../points';
import { seesProject } from '../projects/project';
import { refuse } from '../refusal';
import type { Call, Route } from '../route';
import { screenShape } from '../screens/routes-screens';
import { REST } from '../shapes';
import { optionsOf } from './contexts';
import { fieldExtras, fieldOrders, fieldSearch, screensWith } from './field-search';
import { allFields } from './field-shape';
import { trashOrders, trashSearch } from './trashed-fields';

/** The fields that the caller can see: those of a team-managed project are for whoever sees the project. */
const fields = (call: Call): Json =>
  allFields(call.world).filter(({ id }) => {
    const scope = call.world.setup.fields.get(id)?.scopeProjectId;
    const project = scope === undefined ? undefined : call.world.setup.projects.get(scope);
    return scope === undefined || (project !== undefined && seesProject(call, project));
  });

function screens(call: Call): Json {
  const { world, path, query } = call;
  const found = screensWith(world, path.fieldId ?? '');
  return pageAnswer(call, found, pageAsk(call, 100), ({ screen, tab }) => ({
    ...screenShape(screen),
    ...(query.has('expand', 'tab') && { tab: { id: tab.id, name: tab.name } }),
  }));
}

function option({ world, path }: Call): Json {
  const id = Number(path.id);
  const field = [...world.setup.fields.values()].find((each) => optionsOf(each).has(id));
  const found = field && optionsOf(field).get(id);
  if (!found) throw refuse(404, 'The custom field option was not found.');
  return { self: `${REST}/customFieldOption/${id}`, value: found.value };
}

const read = { method: 'GET', scopes: ['read:jira-work'], permission: 'anyone signed in' } as const;

export const fieldRoutes: readonly Route[] = [
  { ...read, path: '/rest/api/3/field', operationId: 'getFields', points: READ_ALL, answer: ok(fields) },
  {
    ...read,
    path: '/rest/api/3/field/search',
    operationId: 'getFieldsPaginated',
    query: {
      ...asPage,
      type: { listOf: ['custom', 'system'] },
      id: 'list',
      query: 'text',
      orderBy: { oneOf: fieldOrders },
      expand: { listOf: fieldExtras },
    },
    points: readList('values'),
    answer: ok(fieldSearch),
  },
  adminRoute({
    method: 'GET',
    path: '/field/search/trashed',
    operationId: 'getTrashedFieldsPaginated',
    scopes: ['read:jira-work'],
    query: { ...asPage, id: 'list', query: 'text', orderBy: { oneOf: trashOrders } },
    answer: ok(trashSearch),
  }),
  adminRoute({
    method: 'GET',
    path: '/field/{fieldId}/screens',
    operationId: 'getScreensForField',
    scopes: ['manage:jira-project'],
    query: { ...asPage, expand: { listOf: ['tab'] } },
    answer: ok(screens),
  }),
  {
    ...read,
    path: '/rest/api/3/customFieldOption/{id}',
    operationId: 'getCustomFieldOption',
    points: READ_ONE,
    answer: ok(option),
  },
];
