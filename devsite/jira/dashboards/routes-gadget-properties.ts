import { keptJson } from '../issues/property-value';
import type { Json } from '../json';
import { ok } from '../ok';
import { READ_ONE, readList, WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { REST } from '../shapes';
import { mayChange } from './dashboard-store';
import {
  dropGadgetProperty,
  type Gadget,
  gadgetById,
  gadgetProperty,
  gadgetPropertyKeys,
  setGadgetProperty,
} from './gadget-store';
import { calledDashboard } from './routes-dashboards';

function calledItem(call: Call): Gadget {
  const { id } = calledDashboard(call, call.path.dashboardId);
  const item = gadgetById(call.world, id, call.path.itemId ?? '');
  if (!item) throw refuse(404, 'The dashboard item does not exist.');
  return item;
}

function writableItem(call: Call): Gadget {
  const item = calledItem(call);
  if (!mayChange(call.world, call.caller.accountId, calledDashboard(call, call.path.dashboardId)))
    throw refuse(403, 'You do not have permission to edit the dashboard.');
  return item;
}

const keyOf = ({ path }: Call): string => path.propertyKey ?? '';

function valueText(call: Call, { id }: Gadget): string {
  const text = gadgetProperty(call.world, id, keyOf(call));
  if (text === undefined) throw refuse(404, `The property ${keyOf(call)} of the dashboard item does not exist.`);
  return text;
}

function keys(call: Call): Json {
  const { id, dashboardId } = calledItem(call);
  const address = `${REST}/dashboard/${dashboardId}/items/${id}/properties`;
  const known = gadgetPropertyKeys(call.world, id);
  return { keys: known.map((key) => ({ self: `${address}/${encodeURIComponent(key)}`, key })) };
}

function set(call: Call): RouteAnswer {
  const { id } = writableItem(call);
  const isNew = setGadgetProperty(call.world, id, keyOf(call), keptJson(keyOf(call), call.body));
  return { status: isNew ? 201 : 200 };
}

function remove(call: Call): RouteAnswer {
  const item = writableItem(call);
  valueText(call, item);
  dropGadgetProperty(call.world, item.id, keyOf(call));
  return { status: 204 };
}

const all = '/rest/api/3/dashboard/{dashboardId}/items/{itemId}/properties';
const one = `${all}/{propertyKey}`;
const reading = { method: 'GET', scopes: ['read:jira-work'], permission: 'who sees the dashboard' } as const;
const writing = { scopes: ['write:jira-work'], permission: 'who may edit the dashboard', points: WRITE } as const;

export const gadgetPropertyRoutes: readonly Route[] = [
  {
    ...reading,
    path: all,
    operationId: 'getDashboardItemPropertyKeys',
    points: readList('keys'),
    answer: ok(keys),
  },
  {
    ...reading,
    path: one,
    operationId: 'getDashboardItemProperty',
    points: READ_ONE,
    answer: ok((call) => ({ key: keyOf(call), value: JSON.parse(valueText(call, calledItem(call))) })),
  },
  { ...writing, method: 'PUT', path: one, operationId: 'setDashboardItemProperty', body: 'any', answer: set },
  { ...writing, method: 'DELETE', path: one, operationId: 'deleteDashboardItemProperty', answer: remove },
];
