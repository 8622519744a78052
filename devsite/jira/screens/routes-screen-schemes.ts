import { adminRoute, noContent } from '../admin-route';
import { ordered, orderings, wantedBy } from '../configuration/by-name-or-id';
import type { ScreenScheme } from '../configuration/configuration';
import { configure } from '../configuration/configure';
import { descriptionIn, type NameRules, nameIn } from '../configuration/name-check';
import { insertRow } from '../ids';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk, wholePage } from '../page-answer';
import { refuse, refuseField } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import type { World } from '../world';
import { screenSchemes, typeScreenSchemes } from './screen-scheme-store';

/** The issue type screen schemes that hand the scheme out, as a page within its answer. */
function usersOf(world: World, { id }: ScreenScheme): Json {
  const using = typeScreenSchemes(world).filter(
    (scheme) => scheme.defaultScreenSchemeId === id || [...scheme.screenSchemeIds.values()].includes(id),
  );
  return wholePage(using.map(({ id, name, description }) => ({ id: String(id), name, description })));
}

function list(call: Call): Json {
  const { world, query } = call;
  const found = screenSchemes(world).filter(wantedBy(query));
  return pageAnswer(call, ordered(found, query), pageAsk(call, 25), (scheme) => ({
    id: scheme.id,
    name: scheme.name,
    description: scheme.description,
    screens: scheme.screens,
    ...(query.has('expand', 'issueTypeScreenSchemes') && { issueTypeScreenSchemes: usersOf(world, scheme) }),
  }));
}

/** The screen of one operation in a body; undefined where null takes it away. */
function screenIn({ world }: Call, operation: string, id: Json): number | undefined {
  if (id === null) return undefined;
  if (!/^\d+$/.test(String(id))) throw refuseField(`screens.${operation}`, 'The screen ID is not valid.');
  const screen = world.setup.screens.get(Number(id));
  if (!screen) throw refuse(404, `The screen with ID ${id} was not found.`);
  if (screen.scopeProjectId !== undefined)
    throw refuse(400, 'Screens of team-managed projects cannot be used in screen schemes.');
  return screen.id;
}

/** The screens of a body over those that stand. */
function screensIn(call: Call, before: Partial<ScreenScheme['screens']>): ScreenScheme['screens'] {
  const given = Object.entries(call.body?.screens ?? {}).map(([operation, id]) => [
    operation,
    screenIn(call, operation, id),
  ]);
  const screens: Partial<ScreenScheme['screens']> = { ...before, ...Object.fromEntries(given) };
  if (screens.default === undefined) throw refuseField('screens.default', 'The default screen must be given.');
  return { ...screens, default: screens.default };
}

const rules = ({ world }: Call): NameRules => ({
  most: 255,
  taken: screenSchemes(world).map(({ name }) => name),
  status: 400,
  what: 'screen scheme',
});

function create(call: Call): RouteAnswer {
  const { world, body } = call;
  const columns = {
    name: nameIn(body, rules(call)),
    description: descriptionIn(body, 255),
    screens_json: JSON.stringify(screensIn(call, {})),
  };
  const id = insertRow(world.database, 'jira_screen_scheme', columns);
  world.reloadSetup();
  return { status: 201, body: { id } };
}

function called({ world, path }: Call): ScreenScheme {
  const scheme = screenSchemes(world).find(({ id }) => String(id) === path.screenSchemeId);
  if (!scheme) throw refuse(404, 'The screen scheme was not found.');
  return scheme;
}

function update(call: Call): RouteAnswer {
  const scheme = called(call);
  configure(
    call.world,
    'UPDATE jira_screen_scheme SET name = ?, description = ?, screens_json = ? WHERE id = ?',
    nameIn(call.body, rules(call), scheme.name),
    descriptionIn(call.body, 255, scheme.description),
    JSON.stringify(screensIn(call, scheme.screens)),
    scheme.id,
  );
  return noContent;
}

function remove(call: Call): RouteAnswer {
  const scheme = called(call);
  if (usersOf(call.world, scheme).total > 0)
    throw refuse(400, 'The screen scheme is used in an issue type screen scheme.');
  configure(call.world, 'DELETE FROM jira_screen_scheme WHERE id = ?', scheme.id);
  return noContent;
}

const all = '/screenscheme';
const one = `${all}/{screenSchemeId}`;
const details = {
  name: 'any',
  description: 'any',
  screens: { default: 'any', create: 'any', edit: 'any', view: 'any' },
} as const;

export const screenSchemeRoutes: readonly Route[] = [
  adminRoute({
    method: 'GET',
    path: all,
    operationId: 'getScreenSchemes',
    scopes: ['manage:jira-project'],
    query: {
      ...asPage,
      id: 'list',
      expand: { listOf: ['issueTypeScreenSchemes'] },
      queryString: 'text',
      orderBy: { oneOf: orderings },
    },
    answer: ok(list),
  }),
  adminRoute({ method: 'POST', path: all, operationId: 'createScreenScheme', body: details, answer: create }),
  adminRoute({ method: 'PUT', path: one, operationId: 'updateScreenScheme', body: details, answer: update }),
  adminRoute({
    method: 'DELETE',
    path: one,
    operationId: 'deleteScreenScheme',
    scopes: ['manage:jira-project'],
    answer: remove,
  }),
];
