import { holdsGlobally } from '../admin';
import type { Project } from '../configuration/setup';
import { keptJson } from '../issues/property-value';
import { may } from '../permissions/permissions';
import { READ_ONE, readList, WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { REST } from '../shapes';
import { calledProject } from './project';
import {
  deleteProjectProperty,
  projectPropertyKeys,
  projectPropertyText,
  setProjectProperty,
} from './project-property';

const keyOf = (call: Call): string => call.path.propertyKey ?? '';

const noSuchProperty = (call: Call) => refuse(404, `The property ${keyOf(call)} of the project does not exist.`);

function administered(call: Call): Project {
  const { world, caller } = call;
  const project = calledProject(call);
  const isAdministrator =
    may(world, caller.accountId, 'ADMINISTER_PROJECTS', project.id) ||
    holdsGlobally(world, caller.accountId, 'ADMINISTER');
  if (!isAdministrator) throw refuse(403, 'You do not have permission to administer this project.');
  return project;
}

function list(call: Call): RouteAnswer {
  const { id } = calledProject(call);
  const keys = projectPropertyKeys(call.world, id).map((key) => ({
    self: `${REST}/project/${id}/properties/${encodeURIComponent(key)}`,
    key,
  }));
  return { status: 200, body: { keys } };
}

function get(call: Call): RouteAnswer {
  const text = projectPropertyText(call.world, calledProject(call).id, keyOf(call));
  if (text === undefined) throw noSuchProperty(call);
  return { status: 200, body: { key: keyOf(call), value: JSON.parse(text) } };
}

function put(call: Call): RouteAnswer {
  const { id } = administered(call);
  const text = keptJson(keyOf(call), call.body);
  const isNew = projectPropertyText(call.world, id, keyOf(call)) === undefined;
  setProjectProperty(call.world, id, keyOf(call), text);
  return { status: isNew ? 201 : 200 };
}

function remove(call: Call): RouteAnswer {
  if (!deleteProjectProperty(call.world, administered(call).id, keyOf(call))) throw noSuchProperty(call);
  return { status: 204 };
}

const all = '/rest/api/3/project/{projectIdOrKey}/properties';
const one = `${all}/{propertyKey}`;
const seen = { scopes: ['read:jira-work'], permission: 'whoever sees the project' } as const;
const changed = { scopes: ['manage:jira-project'], permission: 'Administer projects; administrators' } as const;

export const projectPropertyRoutes: readonly Route[] = [
  { ...seen, method: 'GET', path: all, operationId: 'getProjectPropertyKeys', points: readList('keys'), answer: list },
  { ...seen, method: 'GET', path: one, operationId: 'getProjectProperty', points: READ_ONE, answer: get },
  {
    ...changed,
    method: 'PUT',
    path: one,
    operationId: 'setProjectProperty',
    body: 'any',
    points: WRITE,
    answer: put,
  },
  { ...changed, method: 'DELETE', path: one, operationId: 'deleteProjectProperty', points: WRITE, answer: remove },
];
