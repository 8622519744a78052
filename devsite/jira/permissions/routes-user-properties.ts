import { holdsGlobally } from '../admin';
import { keptJson } from '../issues/property-value';
import type { Json } from '../json';
import { ok } from '../ok';
import { READ_ONE, readList, WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { REST } from '../shapes';
import { dropUserProperty, setUserProperty, userProperty, userPropertyKeys } from './user-property-store';

/** Whose properties they are, who has to be named: the caller's own, or anyone's for an administrator. */
function ownerOf({ world, caller, query }: Call): string {
  const accountId = query.text('accountId');
  if (!accountId) throw refuse(400, "The query parameter 'accountId' is missing.");
  if (accountId !== caller.accountId && !holdsGlobally(world, caller.accountId, 'ADMINISTER'))
    throw refuse(403, 'You do not have permission to see or change the properties of another user.');
  if (!world.setup.users.has(accountId)) throw refuse(404, 'The user does not exist.');
  return accountId;
}

const keyOf = ({ path }: Call): string => path.propertyKey ?? '';

function valueText(call: Call, owner: string): string {
  const text = userProperty(call.world, owner, keyOf(call));
  if (text === undefined) throw refuse(404, `The property ${keyOf(call)} of the user does not exist.`);
  return text;
}

function keys(call: Call): Json {
  const owner = ownerOf(call);
  const self = (key: string) =>
    `${REST}/user/properties/${encodeURIComponent(key)}?accountId=${encodeURIComponent(owner)}`;
  return { keys: userPropertyKeys(call.world, owner).map((key) => ({ self: self(key), key })) };
}

function set(call: Call): RouteAnswer {
  const owner = ownerOf(call);
  const text = keptJson(keyOf(call), call.body);
  const isNew = userProperty(call.world, owner, keyOf(call)) === undefined;
  setUserProperty(call.world, owner, keyOf(call), text);
  return { status: isNew ? 201 : 200 };
}

function remove(call: Call): RouteAnswer {
  const owner = ownerOf(call);
  valueText(call, owner);
  dropUserProperty(call.world, owner, keyOf(call));
  return { status: 204 };
}

const all = '/rest/api/3/user/properties';
const one = `${all}/{propertyKey}`;
const shared = {
  query: { accountId: 'text' },
  permission: 'anyone signed in for oneself; administrators and the app for others',
} as const;
const reading = { ...shared, method: 'GET', scopes: ['read:jira-user'] } as const;
const writing = { ...shared, path: one, scopes: ['write:jira-work'], points: WRITE } as const;

export const userPropertyRoutes: readonly Route[] = [
  { ...reading, path: all, operationId: 'getUserPropertyKeys', points: readList('keys'), answer: ok(keys) },
  {
    ...reading,
    path: one,
    operationId: 'getUserProperty',
    points: READ_ONE,
    answer: ok((call) => ({ key: keyOf(call), value: JSON.parse(valueText(call, ownerOf(call))) })),
  },
  { ...writing, method: 'PUT', operationId: 'setUserProperty', body: 'any', answer: set },
  { ...writing, method: 'DELETE', operationId: 'deleteUserProperty', answer: remove },
];
