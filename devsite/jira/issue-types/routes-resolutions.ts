import { adminRoute, noContent } from '../admin-route';
import { wantedBy } from '../configuration/by-name-or-id';
import { configure } from '../configuration/configure';
import { descriptionIn, type NameRules, nameIn } from '../configuration/name-check';
import type { Described } from '../configuration/setup';
import { insertRow } from '../ids';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk } from '../page-answer';
import { READ_ALL, READ_ONE, readList } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { resolutionShape } from '../shapes';
import { startTask } from '../tasks';
import { taskAnswer } from '../workflows/workflow-task';

function resolutionOf({ world }: Call, id: string | undefined): Described {
  const resolution = world.setup.resolutions.get(Number(id));
  if (!resolution) throw refuse(404, 'The issue resolution was not found.');
  return resolution;
}

const called = (call: Call): Described => resolutionOf(call, call.path.id);

const search = (call: Call): Json =>
  pageAnswer(
    call,
    [...call.world.setup.resolutions.values()].filter(wantedBy(call.query)),
    pageAsk(call),
    (resolution) => ({ ...resolutionShape(resolution), isDefault: false }),
  );

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-resolutions/ (2026-11) */
const rules = ({ world }: Call): NameRules => ({
  most: 60,
  taken: [...world.setup.resolutions.values()].map(({ name }) => name),
  status: 400,
  what: 'resolution',
});

function create(call: Call): RouteAnswer {
  const { world, body } = call;
  const columns = { name: nameIn(body, rules(call)), description: descriptionIn(body, 255) };
  const id = insertRow(world.database, 'jira_resolution', columns);
  world.reloadSetup();
  return { status: 201, body: { id: String(id) } };
}

function update(call: Call): RouteAnswer {
  const { world, body } = call;
  const resolution = called(call);
  if (body?.name === undefined) nameIn(body, rules(call));
  const name = nameIn(body, rules(call), resolution.name);
  const description = descriptionIn(body, 255, resolution.description);
  configure(
    world,
    'UPDATE jira_resolution SET name = ?, description = ? WHERE id = ?',
    name,
    description,
    resolution.id,
  );
  return noContent;
}

/** The issues that have it have the other from now on; no history tells of it. */
function remove(call: Call): RouteAnswer {
  const { world, caller, query } = call;
  const { id } = called(call);
  const other = query.text('replaceWith');
  if (other === undefined || other === String(id))
    throw refuse(400, "Another resolution must be given by the query parameter 'replaceWith'.");
  const replacement = resolutionOf(call, other);
  const issues = world.database.sql('SELECT id FROM jira_issue WHERE resolution_id = ?').all<{ id: number }>(id);
  for (const issue of issues) for (const tell of world.beforeChange) tell(issue.id);
  world.database
    .sql('UPDATE jira_issue SET resolution_id = ?, changed = ? WHERE resolution_id = ?')
    .run(replacement.id, world.clock.now(), id);
  configure(world, 'DELETE FROM jira_resolution WHERE id = ?', id);
  const task = startTask(world, { description: `Delete resolution ${id}`, submittedBy: caller.accountId });
  return taskAnswer(world, task);
}

const all = '/resolution';
const one = `${all}/{id}`;
const read = { method: 'GET', scopes: ['read:jira-work'], permission: 'anyone signed in' } as const;
const details = { name: 'any', description: 'any' } as const;

export const resolutionRoutes: readonly Route[] = [
  {
    ...read,
    path: `/rest/api/3${all}`,
    operationId: 'getResolutions',
    points: READ_ALL,
    answer: ok(({ world }) => [...world.setup.resolutions.values()].map(resolutionShape)),
  },
  {
    ...read,
    path: `/rest/api/3${all}/search`,
    operationId: 'searchResolutions',
    query: { ...asPage, id: 'list', onlyDefault: { oneOf: ['false'] } },
    points: readList('values'),
    answer: ok(search),
  },
  {
    ...read,
    path: `/rest/api/3${one}`,
    operationId: 'getResolution',
    points: READ_ONE,
    answer: ok((call) => resolutionShape(called(call))),
  },
  adminRoute({ method: 'POST', path: all, operationId: 'createResolution', body: details, answer: create }),
  adminRoute({ method: 'PUT', path: one, operationId: 'updateResolution', body: details, answer: update }),
  adminRoute({
    method: 'DELETE',
    path: one,
    operationId: 'deleteResolution',
    query: { replaceWith: 'text' },
    answer: remove,
  }),
];
