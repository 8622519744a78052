import { holdsGlobally } from '../admin';
import { textsIn } from '../body-reading';
import { allFields } from '../fields/field-shape';
import type { Json } from '../json';
import { ok } from '../ok';
import { READ_ALL, WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { columnsOfUser, forgetColumnsOfUser, keepColumnsOfUser } from './user-columns-store';

/** Whose columns they are: the caller's own, or anyone's for an administrator. */
function ownerOf({ world, caller, query }: Call): string {
  const accountId = query.text('accountId') ?? caller.accountId;
  if (accountId !== caller.accountId && !holdsGlobally(world, caller.accountId, 'ADMINISTER'))
    throw refuse(403, 'You do not have permission to see or change the columns of another user.');
  return accountId;
}

function knownOwner(call: Call): string {
  const accountId = ownerOf(call);
  if (!call.world.setup.users.has(accountId)) throw refuse(404, 'The user does not exist.');
  return accountId;
}

function read(call: Call): Json {
  const names = new Map(allFields(call.world).map(({ id, name }) => [id, name]));
  return columnsOfUser(call.world, knownOwner(call)).flatMap((id) => {
    const label = names.get(id);
    return label === undefined ? [] : [{ label, value: id }];
  });
}

/** Jira answers 500 for what is no column. */
function set(call: Call): RouteAnswer {
  const owner = knownOwner(call);
  const columns = textsIn(call.body, 'columns');
  const navigable = new Set(allFields(call.world).flatMap(({ id, navigable: can }) => (can ? [id] : [])));
  const strange = columns.find((id) => !navigable.has(id));
  if (strange !== undefined) throw refuse(500, `The field '${strange}' cannot be a column.`);
  keepColumnsOfUser(call.world, owner, columns);
  return { status: 200, body: {} };
}

function reset(call: Call): RouteAnswer {
  forgetColumnsOfUser(call.world, ownerOf(call));
  return { status: 204 };
}

const columns = {
  path: '/rest/api/3/user/columns',
  query: { accountId: 'text' },
  permission: 'anyone signed in for oneself; administrators and the app for others',
} as const;
const writing = { ...columns, scopes: ['manage:jira-configuration'], points: WRITE } as const;

export const userColumnRoutes: readonly Route[] = [
  {
    ...columns,
    method: 'GET',
    operationId: 'getUserDefaultColumns',
    scopes: ['read:jira-user'],
    points: READ_ALL,
    answer: ok(read),
  },
  { ...writing, method: 'PUT', operationId: 'setUserColumns', body: { columns: 'any' }, answer: set },
  { ...writing, method: 'DELETE', operationId: 'resetUserColumns', answer: reset },
];
