import { adminRoute, noContent } from '../admin-route';
import { someIdsIn } from '../body-ids';
import { textIn } from '../body-reading';
import { wantedBy } from '../configuration/by-name-or-id';
import { configure } from '../configuration/configure';
import { descriptionIn, type NameRules, nameIn } from '../configuration/name-check';
import { reordered } from '../configuration/reordered';
import type { Priority } from '../configuration/setup';
import { insertRow } from '../ids';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk } from '../page-answer';
import { READ_ALL, READ_ONE, readList } from '../points';
import { refuse, refuseField } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { priorityShape } from '../shapes';

function called({ world, path }: Call): Priority {
  const priority = world.setup.priorities.get(Number(path.id));
  if (!priority) throw refuse(404, 'The issue priority was not found.');
  return priority;
}

const search = (call: Call): Json =>
  pageAnswer(
    call,
    [...call.world.setup.priorities.values()].filter(wantedBy(call.query, 'id', 'priorityName')),
    pageAsk(call),
    (priority) => ({ ...priorityShape(priority), isDefault: false }),
  );

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-priorities/ (2026-11) */
const rules = ({ world }: Call): NameRules => ({
  most: 60,
  taken: [...world.setup.priorities.values()].map(({ name }) => name),
  status: 400,
  what: 'priority',
});

function colourIn({ body }: Call, otherwise?: string): string {
  const colour = textIn(body, 'statusColor', otherwise) ?? '';
  if (!/^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(colour))
    throw refuseField('statusColor', 'The status color must be given in 3-digit or 6-digit hexadecimal format.');
  return colour;
}

const icons = ['blocker', 'critical', 'high', 'highest', 'low', 'lowest', 'major', 'medium', 'minor', 'trivial'];

/** The icon of a body, one of those that Jira brings along. */
function iconIn({ body }: Call): string {
  const path = textIn(body, 'iconUrl', undefined);
  if (path === undefined) throw refuseField('iconUrl', 'The icon of the priority must be given.');
  const known = icons.flatMap((icon) => [icon, `${icon}_new`]).map((icon) => `/images/icons/priorities/${icon}.png`);
  if (!known.includes(path)) throw refuseField('iconUrl', 'The icon is not one of those that Jira has.');
  return path;
}

function create(call: Call): RouteAnswer {
  const { world, body } = call;
  const id = insertRow(world.database, 'jira_priority', {
    name: nameIn(body, rules(call)),
    description: descriptionIn(body, 255),
    colour: colourIn(call),
    icon_path: iconIn(call),
    position: world.setup.priorities.size,
  });
  world.reloadSetup();
  return { status: 201, body: { id: String(id) } };
}

function update(call: Call): RouteAnswer {
  const { world, body } = call;
  const priority = called(call);
  const name = nameIn(body, rules(call), priority.name);
  const description = descriptionIn(body, 255, priority.description);
  const icon = body?.iconUrl === undefined ? (priority.iconPath ?? null) : iconIn(call);
  const colour = body?.statusColor === undefined ? (priority.colour ?? null) : colourIn(call);
  if (Object.keys(body ?? {}).length === 0) throw refuse(400, 'At least one of the fields must be given.');
  configure(
    world,
    'UPDATE jira_priority SET name = ?, description = ?, colour = ?, icon_path = ? WHERE id = ?',
    name,
    description,
    colour,
    icon,
    priority.id,
  );
  return noContent;
}

function move(call: Call): RouteAnswer {
  const { world, body } = call;
  const ids = someIdsIn(body, 'ids');
  if (ids.some((id) => !world.setup.priorities.has(id))) throw refuse(404, 'An issue priority was not found.');
  reordered([...world.setup.priorities.keys()], ids, body).forEach((id, position) => {
    world.database.sql('UPDATE jira_priority SET position = ? WHERE id = ?').run(position, id);
  });
  world.reloadSetup();
  return noContent;
}

const all = '/priority';
const read = { method: 'GET', scopes: ['read:jira-work'], permission: 'anyone signed in' } as const;
const details = { name: 'any', description: 'any', statusColor: 'any', iconUrl: 'any' } as const;

export const priorityRoutes: readonly Route[] = [
  {
    ...read,
    path: `/rest/api/3${all}`,
    operationId: 'getPriorities',
    points: READ_ALL,
    answer: ok(({ world }) => [...world.setup.priorities.values()].map(priorityShape)),
  },
  {
    ...read,
    path: `/rest/api/3${all}/{id}`,
    operationId: 'getPriority',
    points: READ_ONE,
    answer: ok((call) => priorityShape(called(call))),
  },
  {
    ...read,
    path: `/rest/api/3${all}/search`,
    operationId: 'searchPriorities',
    scopes: ['manage:jira-configuration'],
    query: { ...asPage, id: 'list', priorityName: 'text', onlyDefault: { oneOf: ['false'] } },
    points: readList('values'),
    answer: ok(search),
  },
  adminRoute({ method: 'POST', path: all, operationId: 'createPriority', body: details, answer: create }),
  adminRoute({ method: 'PUT', path: `${all}/{id}`, operationId: 'updatePriority', body: details, answer: update }),
  adminRoute({
    method: 'PUT',
    path: `${all}/move`,
    operationId: 'movePriorities',
    body: { ids: 'any', after: 'any', position: 'any' },
    answer: move,
  }),
];
