import { administratorsOnly } from '../admin';
import { adminRoute, noContent } from '../admin-route';
import type { Screen } from '../configuration/configuration';
import { type NameRules, nameIn } from '../configuration/name-check';
import type { Project, Setup } from '../configuration/setup';
import { nextId } from '../ids';
import type { Json } from '../json';
import { ok } from '../ok';
import { may } from '../permissions/permissions';
import { READ_ALL } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { calledScreen, calledTab, changedScreen, keepTab, keepTabs, type Tab } from './screen-store';
import { screenOf } from './screens-of';

const shows = (setup: Setup, project: Project, screen: Screen): boolean =>
  project.issueTypeIds.some((typeId) =>
    (['create', 'edit', 'view'] as const).some((operation) => screenOf(setup, project, typeId, operation) === screen),
  );

/** The screen a call reads: administrators read any, those of a project what the project they name shows. */
export function readScreen(call: Call): Screen {
  const { world, caller, query } = call;
  const key = query.text('projectKey')?.toUpperCase();
  const project = [...world.setup.projects.values()].find((each) => each.key === key);
  if (!project || !may(world, caller.accountId, 'ADMINISTER_PROJECTS', project.id)) administratorsOnly(call);
  const screen = calledScreen(call);
  if (project && !shows(world.setup, project, screen)) throw refuse(404, 'The screen was not found in the project.');
  return screen;
}

const tabShape = ({ id, name }: Tab): Json => ({ id, name });

const rules = (screen: Screen): NameRules => ({
  most: 255,
  taken: screen.tabs.map(({ name }) => name),
  status: 400,
  what: 'tab',
});

function add({ world, ...call }: Call): RouteAnswer {
  const screen = changedScreen({ world, ...call });
  const name = nameIn(call.body, rules(screen));
  const tab: Tab = { id: nextId(world.database, 'jira_screen_tab'), name, fieldIds: [] };
  keepTabs(world, screen, [...screen.tabs, tab]);
  return { status: 200, body: tabShape(tab) };
}

function rename(call: Call): RouteAnswer {
  const screen = changedScreen(call);
  const tab = calledTab(call, screen);
  if (typeof call.body?.name !== 'string') nameIn(call.body, rules(screen));
  const renamed = { ...tab, name: nameIn(call.body, rules(screen), tab.name) };
  keepTab(call.world, screen, renamed);
  return { status: 200, body: tabShape(renamed) };
}

function remove(call: Call): RouteAnswer {
  const screen = changedScreen(call);
  const tab = calledTab(call, screen);
  keepTabs(
    call.world,
    screen,
    screen.tabs.filter((each) => each !== tab),
  );
  return noContent;
}

function move(call: Call): RouteAnswer {
  const screen = changedScreen(call);
  const tab = calledTab(call, screen);
  const place = call.path.pos ?? '';
  if (!/^-?\d+$/.test(place)) throw refuse(400, `The position '${place}' is not a whole number.`);
  if (Number(place) < 0 || Number(place) >= screen.tabs.length) throw refuse(404, 'The position is not valid.');
  const rest = screen.tabs.filter((each) => each !== tab);
  keepTabs(call.world, screen, rest.toSpliced(Number(place), 0, tab));
  return noContent;
}

const all = '/screens/{screenId}/tabs';
const one = `${all}/{tabId}`;
const manage = { scopes: ['manage:jira-project'] } as const;

export const screenTabRoutes: readonly Route[] = [
  {
    ...manage,
    method: 'GET',
    path: `/rest/api/3${all}`,
    operationId: 'getAllScreenTabs',
    query: { projectKey: 'text' },
    permission: 'administrators, and the app; with a project, whoever administers it',
    points: READ_ALL,
    answer: ok((call) => readScreen(call).tabs.map(tabShape)),
  },
  adminRoute({ ...manage, method: 'POST', path: all, operationId: 'addScreenTab', body: { name: 'any' }, answer: add }),
  adminRoute({
    ...manage,
    method: 'PUT',
    path: one,
    operationId: 'renameScreenTab',
    body: { name: 'any' },
    answer: rename,
  }),
  adminRoute({ ...manage, method: 'DELETE', path: one, operationId: 'deleteScreenTab', answer: remove }),
  adminRoute({ ...manage, method: 'POST', path: `${one}/move/{pos}`, operationId: 'moveScreenTab', answer: move }),
];
