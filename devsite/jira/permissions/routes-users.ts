import type { User } from '../configuration/setup';
import { calledIssue } from '../issues/issue';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAsk, sliced } from '../page-answer';
import type { Points } from '../points';
import { calledProject } from '../projects/project';
import { refuse } from '../refusal';
import type { Call, Route } from '../route';
import { countedUser, groupShape, groupsOf, userShape } from '../shapes';
import { may } from './permissions';

/** People and groups cost two points each. */
const PERSON: Points = { base: 1, objects: () => 2 };
const PEOPLE: Points = { base: 1, objects: (people: readonly unknown[]) => 2 * people.length };

const browsing = { scopes: ['read:jira-user'], permission: 'anyone signed in' };

/** A person with the names of the groups asked for by `expand`. */
function detailedUser({ world, query }: Call, user: User): Json {
  const { groups, ...counted } = countedUser(world.setup, user);
  const items = query.has('expand', 'groups')
    ? groupsOf(world.setup, user).map((name) => groupShape(world.setup, name))
    : [];
  return { ...counted, locale: 'en_US', groups: { ...groups, items }, expand: 'groups,applicationRoles' };
}

function userCalled(call: Call): User {
  const accountId = call.query.text('accountId');
  if (accountId === undefined) throw refuse(400, "The query parameter 'accountId' must be provided.");
  const user = call.world.setup.users.get(accountId);
  if (!user) throw refuse(404, 'Specified user does not exist or you do not have required permissions');
  return user;
}

function myself(call: Call): Json {
  const user = call.world.setup.users.get(call.caller.accountId);
  if (!user) throw refuse(401, 'Client must be authenticated to access this resource.');
  return detailedUser(call, user);
}

const hasName = (text: string) => {
  const wanted = text.toLowerCase();
  return ({ displayName, email }: User): boolean =>
    [...displayName.split(' '), displayName, email ?? ''].some((name) => name.toLowerCase().startsWith(wanted));
};

/** People that `query` or `accountId` names; `everybody` where neither is given. */
function usersAsked({ world, query }: Call): readonly User[] {
  const accountId = query.text('accountId');
  const text = query.text('query') ?? '';
  const active = [...world.setup.users.values()].filter((user) => user.active);
  return active.filter((user) => (accountId === undefined ? hasName(text)(user) : user.accountId === accountId));
}

function userSearch(call: Call): Json {
  const { query } = call;
  if (query.text('query') === undefined && query.text('accountId') === undefined)
    throw refuse(400, 'At least one of the query parameters "query", "accountId" or "property" must be provided.');
  return sliced(usersAsked(call), pageAsk(call, 50, 1_000)).map(userShape);
}

/** Where people are to be assignable: the issue, else the project named. */
function assignableIn(call: Call): number {
  const issue = call.query.text('issueKey') ?? call.query.text('issueId');
  if (issue !== undefined) return calledIssue(call, issue).row.project_id;
  const project = call.query.text('project');
  if (project === undefined) throw refuse(400, "A 'project' or an 'issueKey' must be provided.");
  return calledProject(call, project).id;
}

function assignableSearch(call: Call): Json {
  const projectId = assignableIn(call);
  const fit = usersAsked(call).filter(({ accountId }) => may(call.world, accountId, 'ASSIGNABLE_USER', projectId));
  return sliced(fit, pageAsk(call, 50, 1_000)).map(userShape);
}

export const userRoutes: readonly Route[] = [
  {
    ...browsing,
    method: 'GET',
    path: '/rest/api/3/user',
    operationId: 'getUser',
    query: { accountId: 'text', expand: { listOf: ['groups'] } },
    points: PERSON,
    answer: ok((call) => detailedUser(call, userCalled(call))),
  },
  {
    ...browsing,
    method: 'GET',
    path: '/rest/api/3/myself',
    operationId: 'getCurrentUser',
    query: { expand: { listOf: ['groups'] } },
    points: PERSON,
    answer: ok(myself),
  },
  {
    ...browsing,
    method: 'GET',
    path: '/rest/api/3/users/search',
    operationId: 'getAllUsers',
    query: asPage,
    points: PEOPLE,
    answer: ok((call) => sliced([...call.world.setup.users.values()], pageAsk(call, 50, 1_000)).map(userShape)),
  },
  {
    ...browsing,
    method: 'GET',
    path: '/rest/api/3/user/search',
    operationId: 'findUsers',
    query: { ...asPage, query: 'text', accountId: 'text' },
    points: PEOPLE,
    answer: ok(userSearch),
  },
  {
    ...browsing,
    method: 'GET',
    path: '/rest/api/3/user/assignable/search',
    operationId: 'findAssignableUsers',
    query: { ...asPage, query: 'text', accountId: 'text', project: 'text', issueKey: 'text', issueId: 'text' },
    points: PEOPLE,
    answer: ok(assignableSearch),
  },
];
