import { administratorsOnly } from '../admin';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk } from '../page-answer';
import type { Points } from '../points';
import { refuse } from '../refusal';
import type { Call, Route } from '../route';
import { userShape } from '../shapes';

/** People and groups cost two points each. */
const PAGE_OF_PEOPLE: Points = { base: 1, objects: (page: { values: readonly unknown[] }) => 2 * page.values.length };

function groupsFound({ world, query }: Call): Json {
  const text = (query.text('query') ?? '').toLowerCase();
  const excluded = [...query.list('exclude'), ...query.list('excludeId')];
  const fit = [...world.setup.groups].filter(
    ([name, { id }]) => name.toLowerCase().includes(text) && !excluded.includes(name) && !excluded.includes(id),
  );
  const groups = fit
    .slice(0, query.integer('maxResults', 20))
    .map(([name, { id }]) => ({ name, html: name, groupId: id, labels: [] }));
  return { header: `Showing ${groups.length} of ${fit.length} matching groups`, total: fit.length, groups };
}

function groupMembers(call: Call): Json {
  administratorsOnly(call);
  const { world, query } = call;
  const id = query.text('groupId');
  const name = query.text('groupname');
  const [, group] = [...world.setup.groups].find(([each, { id: own }]) => (id ? own === id : each === name)) ?? [];
  if (!group) throw refuse(404, `The group named '${name ?? id}' does not exist.`);
  const members = [...group.members].flatMap((accountId) => world.setup.users.get(accountId) ?? []);
  const shown = members.filter(({ active }) => active || query.boolean('includeInactiveUsers', false));
  return pageAnswer(call, shown, pageAsk(call), userShape);
}

function groupsInBulk(call: Call): Json {
  administratorsOnly(call);
  const { world, query } = call;
  const wanted = [...query.list('groupId'), ...query.list('groupName')];
  const groups = [...world.setup.groups].filter(
    ([name, { id }]) => wanted.length === 0 || wanted.includes(name) || wanted.includes(id),
  );
  return pageAnswer(call, groups, pageAsk(call), ([name, { id }]) => ({ name, groupId: id }));
}

export const groupRoutes: readonly Route[] = [
  {
    scopes: ['read:jira-user'],
    permission: 'anyone signed in',
    method: 'GET',
    path: '/rest/api/3/groups/picker',
    operationId: 'findGroups',
    query: { query: 'text', exclude: 'list', excludeId: 'list', maxResults: 'integer', caseInsensitive: 'boolean' },
    points: { base: 1, objects: (found: { groups: readonly unknown[] }) => 2 * found.groups.length },
    answer: ok(groupsFound),
  },
  {
    method: 'GET',
    path: '/rest/api/3/group/member',
    operationId: 'getUsersFromGroup',
    scopes: ['manage:jira-configuration'],
    permission: 'administrators, and the app',
    query: { ...asPage, groupId: 'text', groupname: 'text', includeInactiveUsers: 'boolean' },
    points: PAGE_OF_PEOPLE,
    answer: ok(groupMembers),
  },
  {
    method: 'GET',
    path: '/rest/api/3/group/bulk',
    operationId: 'bulkGetGroups',
    scopes: ['read:jira-user'],
    permission: 'administrators, and the app',
    query: { ...asPage, groupId: 'list', groupName: 'list' },
    points: PAGE_OF_PEOPLE,
    answer: ok(groupsInBulk),
  },
];
