import type { Screen } from '../configuration/configuration';
import type { Project, Setup } from '../configuration/setup';

export type ScreenOperation = 'create' | 'edit' | 'view';

const none: ReadonlySet<string> = new Set();

const fields = new WeakMap<Screen, ReadonlySet<string>>();

/** The fields on a screen, tab by tab. */
export function fieldsOnScreen(setup: Setup, screenId: number | undefined): ReadonlySet<string> {
  const screen = screenId === undefined ? undefined : setup.screens.get(screenId);
  if (!screen) return none;
  const known = fields.get(screen) ?? new Set(screen.tabs.flatMap(({ fieldIds }) => fieldIds));
  fields.set(screen, known);
  return known;
}

/** The screen that a type shows in a project when it is created, edited or viewed. */
export function screenOf(
  setup: Setup,
  project: Project,
  typeId: number,
  operation: ScreenOperation,
): Screen | undefined {
  const scheme = setup.issueTypeScreenSchemes.get(project.schemes.issueTypeScreenSchemeId);
  if (!scheme) return undefined;
  const screens = setup.screenSchemes.get(scheme.screenSchemeIds.get(typeId) ?? scheme.defaultScreenSchemeId)?.screens;
  return screens && setup.screens.get(screens[operation] ?? screens.default);
}

/** The ids of the fields that a type has on its screen in a project. */
export const screenFieldsOf = (
  setup: Setup,
  project: Project,
  typeId: number,
  operation: ScreenOperation,
): ReadonlySet<string> => fieldsOnScreen(setup, screenOf(setup, project, typeId, operation)?.id);
