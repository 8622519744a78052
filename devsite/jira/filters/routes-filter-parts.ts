import { textsIn } from '../body-reading';
import { allFields } from '../fields/field-shape';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk } from '../page-answer';
import { READ_ALL, READ_ONE, readList, WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { REST } from '../shapes';
import { calledFilter, checkSharing, shareOf } from './filter-input';
import { filterDetails, shareShape } from './filter-shape';
import { type Filter, keepFilter, type Share, visibleFilters } from './filter-store';

const expansions = [
  'description',
  'favourite',
  'favouritedCount',
  'jql',
  'owner',
  'searchUrl',
  'sharePermissions',
  'editPermissions',
  'isWritable',
  'approximateLastUsed',
  'subscriptions',
  'subscriptions',
  'viewUrl',
];

const byName = (one: Filter, other: Filter): number => one.name.localeCompare(other.name);
const orders: Readonly<Record<string, (one: Filter, other: Filter) => number>> = {
  id: (one, other) => one.id - other.id,
  name: byName,
  description: (one, other) => one.description.localeCompare(other.description),
  owner: (one, other) => one.owner.localeCompare(other.owner),
};

function wanted({ query }: Call): (filter: Filter) => boolean {
  const name = (query.text('filterName') ?? '').toLowerCase();
  const owner = query.text('accountId');
  const ids = query.list('id');
  if (ids.length > 200) throw refuse(400, 'No more than 200 filters can be asked for at once.');
  return (filter) =>
    filter.name.toLowerCase().includes(name) &&
    (owner === undefined || filter.owner === owner) &&
    (ids.length === 0 || ids.includes(String(filter.id)));
}

function search(call: Call): Json {
  const { world, caller, query } = call;
  const orderBy = query.text('orderBy') ?? 'name';
  const order = orders[orderBy.replace(/^[+-]/, '')] ?? byName;
  const found = visibleFilters(world, caller.accountId).filter(wanted(call)).sort(order);
  if (orderBy.startsWith('-')) found.reverse();
  const expand = query.list('expand');
  return pageAnswer(call, found, pageAsk(call, 50, 100), (filter) => {
    const details = filterDetails(world, caller.accountId, filter);
    const told = expansions.filter((name) => expand.includes(name)).map((name) => [name, details[name]]);
    return {
      expand: expansions.join(','),
      self: `${REST}/filter/${filter.id}`,
      id: String(filter.id),
      name: filter.name,
      ...Object.fromEntries(told),
    };
  });
}

const columnsOf = (call: Call, { columns }: Filter): Json => {
  const names = new Map(allFields(call.world).map(({ id, name }) => [id, name]));
  return (columns ?? []).map((id) => ({ label: names.get(id) ?? id, value: id }));
};

function columns(call: Call): Json {
  const filter = calledFilter(call);
  if (!filter.columns) throw refuse(404, 'The filter has no columns of its own.');
  return columnsOf(call, filter);
}

function ownFilter(call: Call, status: number): Filter {
  const filter = calledFilter(call);
  if (filter.owner !== call.caller.accountId) throw refuse(status, 'You do not own the filter.');
  return filter;
}

function setColumns(call: Call): RouteAnswer {
  const filter = ownFilter(call, 403);
  const chosen = textsIn(call.body, 'columns');
  const navigable = new Set(allFields(call.world).flatMap(({ id, navigable: can }) => (can ? [id] : [])));
  const strange = chosen.find((id) => !navigable.has(id));
  if (strange !== undefined) throw refuse(400, `The field '${strange}' cannot be a column.`);
  keepFilter(call.world, { ...filter, columns: chosen });
  return { status: 200, body: {} };
}

function resetColumns(call: Call): RouteAnswer {
  keepFilter(call.world, { ...ownFilter(call, 403), columns: undefined });
  return { status: 204 };
}

/** Jira takes a new share in other words than those of a filter's body. */
const asShare = ({ type, groupname, groupId, projectId, projectRoleId, accountId }: Json): Json => ({
  type,
  group: { name: groupname, groupId },
  project: { id: projectId },
  role: projectRoleId === undefined ? undefined : { id: projectRoleId },
  user: { accountId },
});

function addShare(call: Call): RouteAnswer {
  const { world, body } = call;
  const filter = ownFilter(call, 400);
  checkSharing(call);
  const number = Math.max(9_999, ...filter.shares.map(({ id }) => id)) + 1;
  const share = shareOf(world.setup, asShare(body ?? {}), number);
  const alone = share.type === 'global' || share.type === 'authenticated';
  const shares: readonly Share[] = alone ? [share] : [...filter.shares, share];
  keepFilter(world, { ...filter, shares });
  return { status: 201, body: shares.map((each) => shareShape(world, each)) };
}

function calledShare({ path }: Call, { shares }: Filter): Share {
  const share = shares.find(({ id }) => String(id) === path.permissionId);
  if (!share) throw refuse(404, 'The share permission does not exist.');
  return share;
}

function dropShare(call: Call): RouteAnswer {
  const filter = ownFilter(call, 404);
  const share = calledShare(call, filter);
  keepFilter(call.world, { ...filter, shares: filter.shares.filter((each) => each !== share) });
  return { status: 204 };
}

const path = '/rest/api/3/filter';
const reading = {
  method: 'GET',
  scopes: ['read:jira-work'],
  permission: 'filters of the caller, or shared with the caller',
} as const;
const writing = { scopes: ['write:jira-work'], permission: 'the owner of the filter', points: WRITE } as const;

export const filterPartRoutes: readonly Route[] = [
  {
    ...reading,
    path: `${path}/search`,
    operationId: 'getFiltersPaginated',
    query: {
      ...asPage,
      filterName: 'text',
      accountId: 'text',
      id: 'list',
      orderBy: { oneOf: Object.keys(orders).flatMap((name) => [name, `+${name}`, `-${name}`]) },
      expand: { listOf: expansions },
      isSubstringMatch: { oneOf: ['true'] },
    },
    points: readList('values'),
    answer: ok(search),
  },
  { ...reading, path: `${path}/{id}/columns`, operationId: 'getColumns', points: READ_ALL, answer: ok(columns) },
  {
    ...writing,
    method: 'PUT',
    path: `${path}/{id}/columns`,
    operationId: 'setColumns',
    body: { columns: 'any' },
    answer: setColumns,
  },
  { ...writing, method: 'DELETE', path: `${path}/{id}/columns`, operationId: 'resetColumns', answer: resetColumns },
  {
    ...reading,
    path: `${path}/{id}/permission`,
    operationId: 'getSharePermissions',
    points: READ_ALL,
    answer: ok((call) => calledFilter(call).shares.map((share) => shareShape(call.world, share))),
  },
  {
    ...reading,
    path: `${path}/{id}/permission/{permissionId}`,
    operationId: 'getSharePermission',
    points: READ_ONE,
    answer: ok((call) => shareShape(call.world, calledShare(call, calledFilter(call)))),
  },
  {
    ...writing,
    method: 'POST',
    path: `${path}/{id}/permission`,
    operationId: 'addSharePermission',
    body: {
      type: 'text',
      groupname: 'text',
      groupId: 'text',
      projectId: 'text',
      projectRoleId: 'text',
      accountId: 'text',
      rights: 'integer',
    },
    answer: addShare,
  },
  {
    ...writing,
    method: 'DELETE',
    path: `${path}/{id}/permission/{permissionId}`,
    operationId: 'deleteSharePermission',
    answer: dropShare,
  },
];
