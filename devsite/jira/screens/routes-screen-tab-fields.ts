import { adminRoute, noContent } from '../admin-route';
import { textIn } from '../body-reading';
import type { Json } from '../json';
import { ok } from '../ok';
import { READ_ALL } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { readScreen } from './routes-screen-tabs';
import { addField, withMoved } from './screen-fields';
import { calledTab, changedScreen, fieldsFor, keepTab } from './screen-store';

/** A field that is in the trash stays where it was and is not shown. */
function list(call: Call): Json {
  const screen = readScreen(call);
  const fields = fieldsFor(call.world, screen);
  return calledTab(call, screen).fieldIds.flatMap((fieldId) =>
    fields.flatMap(({ id, name }) => (id === fieldId ? [{ id, name }] : [])),
  );
}

function add(call: Call): RouteAnswer {
  const { world, body } = call;
  const screen = changedScreen(call);
  const tab = calledTab(call, screen);
  const fieldId = textIn(body, 'fieldId', '');
  if (fieldId === '') throw refuse(400, 'The fieldId must be given.');
  const { id, name } = addField(world, { screen, tab, fieldId, status: 400 });
  return { status: 200, body: { id, name } };
}

/** Keeps the tab with its fields as `change` has them. */
function changed(call: Call, change: (fieldIds: readonly string[], fieldId: string) => readonly string[]): RouteAnswer {
  const screen = changedScreen(call);
  const tab = calledTab(call, screen);
  const fieldId = call.path.id ?? '';
  if (!tab.fieldIds.includes(fieldId)) throw refuse(404, `The field '${fieldId}' is not on the screen tab.`);
  keepTab(call.world, screen, { ...tab, fieldIds: change(tab.fieldIds, fieldId) });
  return noContent;
}

const all = '/screens/{screenId}/tabs/{tabId}/fields';
const one = `${all}/{id}`;
const manage = { scopes: ['manage:jira-project'] } as const;

export const screenTabFieldRoutes: readonly Route[] = [
  {
    ...manage,
    method: 'GET',
    path: `/rest/api/3${all}`,
    operationId: 'getAllScreenTabFields',
    query: { projectKey: 'text' },
    permission: 'administrators, and the app; with a project, whoever administers it',
    points: READ_ALL,
    answer: ok(list),
  },
  adminRoute({
    ...manage,
    method: 'POST',
    path: all,
    operationId: 'addScreenTabField',
    body: { fieldId: 'any' },
    answer: add,
  }),
  adminRoute({
    ...manage,
    method: 'DELETE',
    path: one,
    operationId: 'removeScreenTabField',
    answer: (call) => changed(call, (fieldIds, fieldId) => fieldIds.filter((id) => id !== fieldId)),
  }),
  adminRoute({
    ...manage,
    method: 'POST',
    path: `${one}/move`,
    operationId: 'moveScreenTabField',
    body: { after: 'text', position: 'text' },
    answer: (call) => changed(call, (fieldIds, fieldId) => withMoved(fieldIds, fieldId, call.body)),
  }),
];
