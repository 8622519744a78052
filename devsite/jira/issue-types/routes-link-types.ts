import { holdsGlobally } from '../admin';
import { textIn } from '../body-reading';
import { configure } from '../configuration/configure';
import { type NameRules, nameIn } from '../configuration/name-check';
import type { LinkType } from '../configuration/setup';
import { insertRow } from '../ids';
import { ok } from '../ok';
import { READ_ONE, readList, WRITE } from '../points';
import { refuse, refuseField } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { linkTypeShape } from '../shapes';

const notFound = () => refuse(404, 'The issue link type was not found.');

/** Whoever is no administrator is told that there is no such thing. */
function checkAdministers({ world, caller }: Call): void {
  if (!holdsGlobally(world, caller.accountId, 'ADMINISTER')) throw notFound();
}

function called({ world, path }: Call): LinkType {
  if (!/^\d+$/.test(path.issueLinkTypeId ?? ''))
    throw refuse(400, `The issue link type ID '${path.issueLinkTypeId}' is not valid.`);
  const type = world.setup.linkTypes.get(Number(path.issueLinkTypeId));
  if (!type) throw notFound();
  return type;
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-link-types/ (2026-11) */
const rules = ({ world }: Call): NameRules => ({
  most: 255,
  taken: [...world.setup.linkTypes.values()].map(({ name }) => name),
  status: 404,
  what: 'issue link type',
});

function wordsIn({ body }: Call, direction: 'inward' | 'outward', otherwise = ''): string {
  const words = textIn(body, direction, otherwise).trim();
  if (words === '') throw refuseField(direction, `The ${direction} description must not be empty.`);
  return words;
}

function written({ world }: Call, id: number, status: number): RouteAnswer {
  const type = world.setup.linkTypes.get(id);
  return { status, body: type && linkTypeShape(type) };
}

function create(call: Call): RouteAnswer {
  const { world, body } = call;
  checkAdministers(call);
  const columns = {
    name: nameIn(body, rules(call)),
    inward: wordsIn(call, 'inward'),
    outward: wordsIn(call, 'outward'),
  };
  const id = insertRow(world.database, 'jira_link_type', columns);
  world.reloadSetup();
  return written(call, id, 201);
}

function update(call: Call): RouteAnswer {
  checkAdministers(call);
  const type = called(call);
  configure(
    call.world,
    'UPDATE jira_link_type SET name = ?, inward = ?, outward = ? WHERE id = ?',
    nameIn(call.body, rules(call), type.name),
    wordsIn(call, 'inward', type.inward),
    wordsIn(call, 'outward', type.outward),
    type.id,
  );
  return written(call, type.id, 200);
}

/** The links of the type go with it; nothing tells of them. */
function remove(call: Call): RouteAnswer {
  const { world } = call;
  checkAdministers(call);
  const { id } = called(call);
  const ends = world.database
    .sql(
      'SELECT inward_id AS id FROM jira_link WHERE type_id = ? UNION SELECT outward_id FROM jira_link WHERE type_id = ?',
    )
    .all<{ id: number }>(id, id);
  for (const end of ends) for (const tell of world.beforeChange) tell(end.id);
  world.database.sql('DELETE FROM jira_link WHERE type_id = ?').run(id);
  configure(world, 'DELETE FROM jira_link_type WHERE id = ?', id);
  return { status: 204 };
}

const all = '/rest/api/3/issueLinkType';
const one = `${all}/{issueLinkTypeId}`;
const read = { method: 'GET', scopes: ['read:jira-work'], permission: 'anyone signed in' } as const;
const write = {
  scopes: ['manage:jira-configuration'],
  permission: 'administrators, and the app; 404 to others',
  points: WRITE,
} as const;
const body = { name: 'any', inward: 'any', outward: 'any' } as const;

export const linkTypeRoutes: readonly Route[] = [
  {
    ...read,
    path: all,
    operationId: 'getIssueLinkTypes',
    points: readList('issueLinkTypes'),
    answer: ok(({ world }) => ({ issueLinkTypes: [...world.setup.linkTypes.values()].map(linkTypeShape) })),
  },
  {
    ...read,
    path: one,
    operationId: 'getIssueLinkType',
    points: READ_ONE,
    answer: ok((call) => linkTypeShape(called(call))),
  },
  { ...write, method: 'POST', path: all, operationId: 'createIssueLinkType', body, answer: create },
  { ...write, method: 'PUT', path: one, operationId: 'updateIssueLinkType', body, answer: update },
  { ...write, method: 'DELETE', path: one, operationId: 'deleteIssueLinkType', answer: remove },
];
