import { textIn } from '../body-reading';
import { checkSharing, sharesIn } from '../filters/filter-input';
import { shareShape } from '../filters/filter-shape';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk, sliced } from '../page-answer';
import { READ_ONE, readList, WRITE } from '../points';
import { refuse, refuseField } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { REST, SITE, userBean } from '../shapes';
import { availableGadgets } from './available-gadgets';
import {
  type Dashboard,
  dashboardById,
  dropDashboard,
  keepDashboard,
  mayChange,
  visibleDashboards,
} from './dashboard-store';

/** The dashboard that a path names, if the caller may see it. */
export function calledDashboard({ world, caller }: Call, id = ''): Dashboard {
  const dashboard = dashboardById(world, caller.accountId, id);
  if (!dashboard) throw refuse(404, `The dashboard with id '${id}' does not exist.`);
  return dashboard;
}

/** What there is to tell of a dashboard. */
function detailsOf({ world, caller }: Call, dashboard: Dashboard): Readonly<Record<string, Json>> {
  const owner = world.setup.users.get(dashboard.owner);
  return {
    description: dashboard.description,
    owner: owner && userBean(owner),
    view: `${SITE}/jira/dashboards/${dashboard.id}`,
    isFavourite: false,
    popularity: 0,
    sharePermissions: dashboard.shares.map((share) => shareShape(world, share)),
    editPermissions: dashboard.editors.map((share) => shareShape(world, share)),
    isWritable: mayChange(world, caller.accountId, dashboard),
  };
}

const shaped = (call: Call, dashboard: Dashboard): Json => ({
  ...named(dashboard),
  systemDashboard: false,
  ...detailsOf(call, dashboard),
});

const named = ({ id, name }: Dashboard): Json => ({ id: String(id), name, self: `${REST}/dashboard/${id}` });

function list(call: Call): Json {
  const { world, caller, query } = call;
  const filter = query.text('filter');
  const wanted: Readonly<Record<string, (dashboard: Dashboard) => boolean>> = {
    my: ({ owner }) => owner === caller.accountId,
    favourite: () => false,
  };
  const found = visibleDashboards(world, caller.accountId).filter(wanted[filter ?? ''] ?? (() => true));
  const page = pageAsk(call, 20, 1_000);
  const { startAt, maxResults } = page;
  const at = (start: number) =>
    `${REST}/dashboard?${filter ? `filter=${filter}&` : ''}startAt=${start}&maxResults=${maxResults}`;
  return {
    ...page,
    total: found.length,
    ...(startAt > 0 && { prev: at(Math.max(0, startAt - maxResults)) }),
    ...(startAt + maxResults < found.length && { next: at(startAt + maxResults) }),
    dashboards: sliced(found, page).map((each) => shaped(call, each)),
  };
}

const orders = {
  id: (one: Dashboard, other: Dashboard) => one.id - other.id,
  name: (one: Dashboard, other: Dashboard) => one.name.localeCompare(other.name),
  description: (one: Dashboard, other: Dashboard) => one.description.localeCompare(other.description),
  owner: (one: Dashboard, other: Dashboard) => one.owner.localeCompare(other.owner),
} as const;
const signs = ['', '+', ' ', '-'];

/** What `expand` of a search adds. */
const expansions: Readonly<Record<string, string>> = {
  description: 'description',
  owner: 'owner',
  viewUrl: 'view',
  favourite: 'isFavourite',
  favouritedCount: 'popularity',
  sharePermissions: 'sharePermissions',
  editPermissions: 'editPermissions',
  isWritable: 'isWritable',
};

function search(call: Call): Json {
  const { world, caller, query } = call;
  const orderBy = query.text('orderBy') ?? 'name';
  const [name, owner] = [(query.text('dashboardName') ?? '').toLowerCase(), query.text('accountId')];
  const found = visibleDashboards(world, caller.accountId)
    .filter((each) => each.name.toLowerCase().includes(name) && (owner === undefined || each.owner === owner))
    .sort(orders[orderBy.replace(/^[+ -]/, '') as keyof typeof orders]);
  if (orderBy.startsWith('-')) found.reverse();
  const expand = query.list('expand').map((name) => expansions[name]);
  return pageAnswer(call, found, pageAsk(call, 50, 100), (dashboard) => ({
    ...named(dashboard),
    ...Object.fromEntries(Object.entries(detailsOf(call, dashboard)).filter(([part]) => expand.includes(part))),
  }));
}

function dashboardIn(call: Call): Omit<Dashboard, 'id' | 'owner'> {
  const name = textIn(call.body, 'name', '').trim();
  if (name === '') throw refuseField('name', 'You must specify a name to save this dashboard as.');
  const [shares, editors] = [sharesIn(call, 'sharePermissions'), sharesIn(call, 'editPermissions')];
  if (!shares || !editors)
    throw refuse(400, 'The share permissions and the edit permissions of a dashboard are required.');
  if (shares.length + editors.length > 0) checkSharing(call);
  return { name, description: textIn(call.body, 'description', ''), shares, editors };
}

const create = (call: Call): Json =>
  shaped(call, keepDashboard(call.world, { ...dashboardIn(call), owner: call.caller.accountId }));

function own(call: Call): Dashboard {
  const dashboard = calledDashboard(call, call.path.id);
  if (dashboard.owner !== call.caller.accountId) throw refuse(400, 'You do not own the dashboard.');
  return dashboard;
}

function update(call: Call): Json {
  const { id, owner } = own(call);
  return shaped(call, keepDashboard(call.world, { ...dashboardIn(call), id, owner }));
}

function remove(call: Call): RouteAnswer {
  dropDashboard(call.world, own(call));
  return { status: 204 };
}

const path = '/rest/api/3/dashboard';
const reading = {
  method: 'GET',
  scopes: ['read:jira-work'],
  permission: 'dashboards of the caller, or shared',
} as const;
const writing = { scopes: ['write:jira-work'], permission: 'an existing dashboard: its owner', points: WRITE } as const;
const body = { name: 'any', description: 'any', sharePermissions: 'any', editPermissions: 'any' } as const;

export const dashboardRoutes: readonly Route[] = [
  {
    ...reading,
    path,
    operationId: 'getAllDashboards',
    query: { ...asPage, filter: { oneOf: ['my', 'favourite'] } },
    points: readList('dashboards'),
    answer: ok(list),
  },
  { ...writing, method: 'POST', path, operationId: 'createDashboard', body, answer: ok(create) },
  {
    ...reading,
    path: `${path}/search`,
    operationId: 'getDashboardsPaginated',
    query: {
      ...asPage,
      dashboardName: 'text',
      accountId: 'text',
      orderBy: { oneOf: signs.flatMap((sign) => Object.keys(orders).map((name) => sign + name)) },
      status: { oneOf: ['active'] },
      expand: { listOf: Object.keys(expansions) },
    },
    points: readList('values'),
    answer: ok(search),
  },
  {
    ...reading,
    path: `${path}/gadgets`,
    operationId: 'getAllAvailableDashboardGadgets',
    points: readList('gadgets'),
    answer: ok(({ world }) => ({ gadgets: availableGadgets(world) })),
  },
  {
    ...reading,
    path: `${path}/{id}`,
    operationId: 'getDashboard',
    points: READ_ONE,
    answer: ok((call) => shaped(call, calledDashboard(call, call.path.id))),
  },
  { ...writing, method: 'PUT', path: `${path}/{id}`, operationId: 'updateDashboard', body, answer: ok(update) },
  { ...writing, method: 'DELETE', path: `${path}/{id}`, operationId: 'deleteDashboard', answer: remove },
];
