import type { Screen } from '../configuration/configuration';
import { configure } from '../configuration/configure';
import { screenOnlyFields } from '../fields/activity-fields';
import { settableFields } from '../fields/settable-fields';
import { systemFields } from '../fields/system-fields';
import { refuse } from '../refusal';
import type { Call } from '../route';
import type { World } from '../world';

export type Tab = Screen['tabs'][number];

/** The screen a call is about. */
export function calledScreen({ world, path }: Call): Screen {
  if (!/^\d+$/.test(path.screenId ?? '')) throw refuse(400, `The screen ID '${path.screenId}' is not valid.`);
  const screen = world.setup.screens.get(Number(path.screenId));
  if (!screen) throw refuse(404, 'The screen was not found.');
  return screen;
}

/** That screen, to be changed: one of a team-managed project is changed in the project's own settings. */
export function changedScreen(call: Call): Screen {
  const screen = calledScreen(call);
  if (screen.scopeProjectId !== undefined)
    throw refuse(400, 'Screens of team-managed projects cannot be changed here.');
  return screen;
}

export function calledTab({ path }: Call, screen: Screen): Tab {
  const tab = screen.tabs.find(({ id }) => String(id) === path.tabId);
  if (!tab) throw refuse(404, 'The screen tab was not found.');
  return tab;
}

export const keepTabs = (world: World, { id }: Screen, tabs: readonly Tab[]): void =>
  configure(world, 'UPDATE jira_screen SET tabs_json = ? WHERE id = ?', JSON.stringify(tabs), id);

/** Keeps a tab of a screen as it is now. */
export const keepTab = (world: World, screen: Screen, tab: Tab): void =>
  keepTabs(
    world,
    screen,
    screen.tabs.map((each) => (each.id === tab.id ? tab : each)),
  );

export interface ScreenField {
  readonly id: string;
  readonly name: string;
}

/** The fields that can stand on the screen: those that people set, and none of another project's own. */
export const fieldsFor = (world: World, screen: Screen): readonly ScreenField[] => [
  ...systemFields.filter(({ id }) => Object.hasOwn(settableFields, id) || screenOnlyFields.has(id)),
  ...[...world.setup.fields.values()].filter(
    ({ scopeProjectId }) => scopeProjectId === undefined || scopeProjectId === screen.scopeProjectId,
  ),
];
