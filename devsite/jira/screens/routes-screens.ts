import { adminRoute, noContent } from '../admin-route';
import { ordered, orderings, wantedBy } from '../configuration/by-name-or-id';
import type { Screen } from '../configuration/configuration';
import { insertScreen } from '../configuration/configuration-rows';
import { configure } from '../configuration/configure';
import { descriptionIn, type NameRules, nameIn } from '../configuration/name-check';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk } from '../page-answer';
import { READ_ALL } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { scopeShape } from '../shapes';
import { addField } from './screen-fields';
import { calledScreen, changedScreen, fieldsFor } from './screen-store';

/** A screen as lists show it. */
export const screenShape = (screen: Screen): Json => ({
  id: screen.id,
  name: screen.name,
  description: screen.description,
  ...scopeShape(screen),
});

function list(call: Call): Json {
  const { world, query } = call;
  const scopes = query.list('scope');
  const inScope = ({ scopeProjectId }: Screen) =>
    scopes.length === 0 || scopes.includes(scopeProjectId === undefined ? 'GLOBAL' : 'PROJECT');
  const found = [...world.setup.screens.values()].filter(inScope).filter(wantedBy(query));
  return pageAnswer(call, ordered(found, query), pageAsk(call, 100), screenShape);
}

const rules = ({ world }: Call): NameRules => ({
  most: 255,
  taken: [...world.setup.screens.values()].flatMap((screen) =>
    screen.scopeProjectId === undefined ? [screen.name] : [],
  ),
  status: 400,
  what: 'screen',
});

function written({ world }: Call, id: number, status: number): RouteAnswer {
  const screen = world.setup.screens.get(id);
  return { status, body: screen && screenShape(screen) };
}

function create(call: Call): RouteAnswer {
  const { world, body } = call;
  const [name, description] = [nameIn(body, rules(call)), descriptionIn(body, 255)];
  const id = insertScreen(world.database, name, [], null);
  configure(world, 'UPDATE jira_screen SET description = ? WHERE id = ?', description, id);
  return written(call, id, 201);
}

function update(call: Call): RouteAnswer {
  const { world, body } = call;
  const screen = changedScreen(call);
  const name = nameIn(body, rules(call), screen.name);
  const description = descriptionIn(body, 255, screen.description);
  configure(world, 'UPDATE jira_screen SET name = ?, description = ? WHERE id = ?', name, description, screen.id);
  return written(call, screen.id, 200);
}

function isUsed({ world }: Call, { id }: Screen): boolean {
  const { screenSchemes, workflows } = world.setup;
  return (
    [...screenSchemes.values()].some(({ screens }) => Object.values(screens).includes(id)) ||
    [...workflows.values()].some(({ transitions }) => transitions.some(({ screenId }) => screenId === id))
  );
}

function remove(call: Call): RouteAnswer {
  const screen = changedScreen(call);
  if (isUsed(call, screen)) throw refuse(400, 'The screen is used in a screen scheme or a workflow.');
  configure(call.world, 'DELETE FROM jira_screen WHERE id = ?', screen.id);
  return noContent;
}

function available(call: Call): Json {
  const screen = calledScreen(call);
  const there = screen.tabs.flatMap(({ fieldIds }) => fieldIds);
  return fieldsFor(call.world, screen).flatMap(({ id, name }) => (there.includes(id) ? [] : [{ id, name }]));
}

/** The screen that a fresh site has first. */
const DEFAULT_SCREEN_ID = 1;

function addToDefault({ world, path }: Call): RouteAnswer {
  const screen = world.setup.screens.get(DEFAULT_SCREEN_ID);
  const [tab] = screen?.tabs ?? [];
  if (!screen || !tab) throw refuse(400, 'The site has no default screen.');
  addField(world, { screen, tab, fieldId: path.fieldId ?? '', status: 404 });
  return { status: 200, body: {} };
}

const all = '/screens';
const one = `${all}/{screenId}`;
const manage = { scopes: ['manage:jira-project'] } as const;

export const screenRoutes: readonly Route[] = [
  adminRoute({
    ...manage,
    method: 'GET',
    path: all,
    operationId: 'getScreens',
    query: {
      ...asPage,
      id: 'list',
      queryString: 'text',
      scope: { listOf: ['GLOBAL', 'PROJECT', 'TEMPLATE'] },
      orderBy: { oneOf: orderings },
    },
    answer: ok(list),
  }),
  adminRoute({
    ...manage,
    method: 'POST',
    path: all,
    operationId: 'createScreen',
    body: { name: 'any', description: 'any' },
    answer: create,
  }),
  adminRoute({
    ...manage,
    method: 'PUT',
    path: one,
    operationId: 'updateScreen',
    body: { name: 'any', description: 'any' },
    answer: update,
  }),
  adminRoute({ ...manage, method: 'DELETE', path: one, operationId: 'deleteScreen', answer: remove }),
  adminRoute({
    ...manage,
    method: 'GET',
    path: `${one}/availableFields`,
    operationId: 'getAvailableScreenFields',
    points: READ_ALL,
    answer: ok(available),
  }),
  adminRoute({
    ...manage,
    method: 'POST',
    path: `${all}/addToDefault/{fieldId}`,
    operationId: 'addFieldToDefaultScreen',
    answer: addToDefault,
  }),
];
