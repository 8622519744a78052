import { holdsGlobally } from '../admin';
import { textIn } from '../body-reading';
import type { Json } from '../json';
import { ok } from '../ok';
import { READ_ALL, READ_ONE, WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { calledFilter, filterIn, writableFilter } from './filter-input';
import { filterShape } from './filter-shape';
import {
  dropFilter,
  type Filter,
  favourites,
  keepFilter,
  markFavourite,
  unmarkFavourite,
  visibleFilters,
} from './filter-store';

const shaped = ({ world, caller }: Call, filter: Filter): Json => filterShape(world, caller.accountId, filter);

const isFavourite = ({ world, caller }: Call, { id }: Filter): boolean =>
  favourites(world, id).includes(caller.accountId);

function mine(call: Call): Json {
  const { world, caller, query } = call;
  const marked = query.boolean('includeFavourites', false);
  return visibleFilters(world, caller.accountId)
    .filter((filter) => filter.owner === caller.accountId || (marked && isFavourite(call, filter)))
    .map((filter) => shaped(call, filter));
}

const favourite = (call: Call): Json =>
  visibleFilters(call.world, call.caller.accountId)
    .filter((filter) => isFavourite(call, filter))
    .map((filter) => shaped(call, filter));

function mark(change: typeof markFavourite): (call: Call) => Json {
  return (call) => {
    const filter = calledFilter(call);
    change(call.world, filter.id, call.caller.accountId);
    return shaped(call, filter);
  };
}

function remove(call: Call): RouteAnswer {
  const { world, caller } = call;
  const filter = calledFilter(call);
  if (filter.owner !== caller.accountId && !holdsGlobally(world, caller.accountId, 'ADMINISTER'))
    throw refuse(401, 'You do not have permission to delete the filter.');
  dropFilter(world, filter);
  return { status: 204 };
}

function giveAway(call: Call): RouteAnswer {
  const { world, caller, body } = call;
  const filter = calledFilter(call);
  if (filter.owner !== caller.accountId && !holdsGlobally(world, caller.accountId, 'ADMINISTER'))
    throw refuse(403, 'You do not have permission to change the owner of the filter.');
  const owner = textIn(body, 'accountId', '');
  if (!world.setup.users.has(owner)) throw refuse(400, 'The new owner of the filter does not exist.');
  keepFilter(world, { ...filter, owner });
  return { status: 204 };
}

const path = '/rest/api/3/filter';
const reading = { scopes: ['read:jira-work'], permission: 'filters of the caller, or shared with the caller' } as const;
const writing = { scopes: ['write:jira-work'], permission: 'anyone signed in; an existing filter: its owner' } as const;
const body = {
  name: 'any',
  description: 'any',
  jql: 'any',
  sharePermissions: 'any',
  editPermissions: 'any',
} as const;

export const filterRoutes: readonly Route[] = [
  {
    ...writing,
    method: 'POST',
    path,
    operationId: 'createFilter',
    body,
    points: WRITE,
    answer: ok((call) => shaped(call, keepFilter(call.world, filterIn(call)))),
  },
  {
    ...reading,
    method: 'GET',
    path: `${path}/my`,
    operationId: 'getMyFilters',
    query: { includeFavourites: 'boolean' },
    points: READ_ALL,
    answer: ok(mine),
  },
  {
    ...reading,
    method: 'GET',
    path: `${path}/favourite`,
    operationId: 'getFavouriteFilters',
    points: READ_ALL,
    answer: ok(favourite),
  },
  {
    ...reading,
    method: 'GET',
    path: `${path}/{id}`,
    operationId: 'getFilter',
    points: READ_ONE,
    answer: ok((call) => shaped(call, calledFilter(call))),
  },
  {
    ...writing,
    method: 'PUT',
    path: `${path}/{id}`,
    operationId: 'updateFilter',
    body,
    points: WRITE,
    answer: ok((call) => shaped(call, keepFilter(call.world, filterIn(call, writableFilter(call))))),
  },
  {
    ...writing,
    method: 'DELETE',
    path: `${path}/{id}`,
    operationId: 'deleteFilter',
    permission: 'the owner of the filter, and administrators',
    points: WRITE,
    answer: remove,
  },
  {
    ...writing,
    method: 'PUT',
    path: `${path}/{id}/owner`,
    operationId: 'changeFilterOwner',
    permission: 'the owner of the filter, and administrators',
    body: { accountId: 'any' },
    points: WRITE,
    answer: giveAway,
  },
  {
    ...writing,
    method: 'PUT',
    path: `${path}/{id}/favourite`,
    operationId: 'setFavouriteForFilter',
    permission: reading.permission,
    body: 'any',
    points: WRITE,
    answer: ok(mark(markFavourite)),
  },
  {
    ...writing,
    method: 'DELETE',
    path: `${path}/{id}/favourite`,
    operationId: 'deleteFavouriteForFilter',
    permission: reading.permission,
    points: WRITE,
    answer: ok(mark(unmarkFavourite)),
  },
];
