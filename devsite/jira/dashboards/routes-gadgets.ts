import { chosen } from '../../platform/chosen';
import { integerIn, textIn } from '../body-reading';
import type { Json } from '../json';
import { ok } from '../ok';
import { readList, WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { availableGadgets } from './available-gadgets';
import { type Dashboard, mayChange } from './dashboard-store';
import { addGadget, changeGadget, dropGadget, type Gadget, gadgetById, gadgetsOf } from './gadget-store';
import { calledDashboard } from './routes-dashboards';

const colours = ['blue', 'red', 'yellow', 'green', 'cyan', 'purple', 'gray', 'white'];

const shape = ({ id, moduleKey, title, colour, column, row }: Gadget): Json => ({
  id,
  moduleKey,
  color: colour,
  position: { row, column },
  title,
});

function list(call: Call): Json {
  const { id } = calledDashboard(call, call.path.dashboardId);
  const [modules, ids] = [call.query.list('moduleKey'), call.query.list('gadgetId')];
  const found = gadgetsOf(call.world, id).filter(
    (gadget) =>
      (modules.length === 0 || modules.includes(gadget.moduleKey)) &&
      (ids.length === 0 || ids.includes(String(gadget.id))),
  );
  return { gadgets: found.map(shape) };
}

function changeable(call: Call): Dashboard {
  const dashboard = calledDashboard(call, call.path.dashboardId);
  if (!mayChange(call.world, call.caller.accountId, dashboard))
    throw refuse(400, 'You do not have permission to edit the dashboard.');
  return dashboard;
}

function calledGadget(call: Call): Gadget {
  const gadget = gadgetById(call.world, changeable(call).id, call.path.gadgetId ?? '');
  if (!gadget) throw refuse(404, 'The gadget does not exist on the dashboard.');
  return gadget;
}

type Looks = Pick<Gadget, 'title' | 'colour' | 'column' | 'row'>;

function looksIn(body: Json, before: Looks): Looks {
  const colour = textIn(body, 'color', before.colour);
  if (!colours.includes(colour)) throw refuse(400, `The color of a gadget must be one of ${colours.join(', ')}.`);
  const title = textIn(body, 'title', before.title);
  const [column, row] = (['column', 'row'] as const).map((side) => integerIn(body?.position, side, before[side])) as [
    number,
    number,
  ];
  if (column < 0 || column >= chosen.dashboardColumns || row < 0)
    throw refuse(400, 'The position of the gadget is not on the dashboard.');
  return { title, colour, column, row };
}

function add(call: Call): Json {
  const { world, body } = call;
  const dashboard = changeable(call);
  const moduleKey = textIn(body, 'moduleKey', '');
  const kind = availableGadgets(world).find((each) => each.moduleKey === moduleKey);
  if (!kind) throw refuse(400, 'The gadget with this module key is not available.');
  if (gadgetsOf(world, dashboard.id).length >= chosen.gadgetsOfADashboard)
    throw refuse(
      400,
      'Cannot add another gadget. The maximum number of gadgets the dashboard can hold has been reached.',
    );
  const looks = looksIn(body, { title: kind.title, colour: 'blue', column: 0, row: 0 });
  return shape(addGadget(world, { ...looks, dashboardId: dashboard.id, moduleKey }));
}

function update(call: Call): RouteAnswer {
  const before = calledGadget(call);
  changeGadget(call.world, before, { ...before, ...looksIn(call.body, before) });
  return { status: 204 };
}

function remove(call: Call): RouteAnswer {
  dropGadget(call.world, calledGadget(call));
  return { status: 204 };
}

const path = '/rest/api/3/dashboard/{dashboardId}/gadget';
const writing = { scopes: ['write:jira-work'], permission: 'who may edit the dashboard', points: WRITE } as const;
const looks = { title: 'any', color: 'any', position: { row: 'any', column: 'any' } } as const;

export const gadgetRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    operationId: 'getAllGadgets',
    scopes: ['read:jira-work'],
    permission: 'who sees the dashboard',
    query: { moduleKey: 'list', gadgetId: 'list' },
    points: readList('gadgets'),
    answer: ok(list),
  },
  {
    ...writing,
    method: 'POST',
    path,
    operationId: 'addGadget',
    scopes: ['write:jira-work', 'read:jira-work'],
    body: { moduleKey: 'any', ...looks },
    answer: ok(add),
  },
  {
    ...writing,
    method: 'PUT',
    path: `${path}/{gadgetId}`,
    operationId: 'updateGadget',
    body: looks,
    answer: update,
  },
  { ...writing, method: 'DELETE', path: `${path}/{gadgetId}`, operationId: 'removeGadget', answer: remove },
];
