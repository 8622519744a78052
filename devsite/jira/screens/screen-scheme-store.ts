import type { IssueTypeScreenScheme, ScreenScheme } from '../configuration/configuration';
import { configure } from '../configuration/configure';
import { refuse } from '../refusal';
import type { Call } from '../route';
import type { World } from '../world';

const isGlobal = ({ scopeProjectId }: { readonly scopeProjectId: number | undefined }): boolean =>
  scopeProjectId === undefined;

/** The screen schemes of company-managed projects. */
export const screenSchemes = ({ setup }: World): readonly ScreenScheme[] =>
  [...setup.screenSchemes.values()].filter(isGlobal);

/** The issue type screen schemes of company-managed projects. */
export const typeScreenSchemes = ({ setup }: World): readonly IssueTypeScreenScheme[] =>
  [...setup.issueTypeScreenSchemes.values()].filter(isGlobal);

export function typeScreenSchemeOf(world: World, id: number): IssueTypeScreenScheme {
  const scheme = typeScreenSchemes(world).find((each) => each.id === id);
  if (!scheme) throw refuse(404, 'The issue type screen scheme was not found.');
  return scheme;
}

export const calledTypeScreenScheme = ({ world, path }: Call): IssueTypeScreenScheme =>
  typeScreenSchemeOf(world, Number(path.issueTypeScreenSchemeId));

/** Issue type id to screen scheme id. */
export const keepMappings = (
  world: World,
  { id }: IssueTypeScreenScheme,
  mappings: Iterable<readonly [number, number]>,
): void =>
  configure(
    world,
    'UPDATE jira_issue_type_screen_scheme SET mappings_json = ? WHERE id = ?',
    JSON.stringify(Object.fromEntries(mappings)),
    id,
  );

/** The screen scheme of a body's id; 404 when it is not one of company-managed projects. */
export function screenSchemeIdFor(world: World, id: unknown): number {
  const scheme = screenSchemes(world).find((each) => String(each.id) === String(id));
  if (!scheme) throw refuse(404, `The screen scheme with ID ${id} was not found.`);
  return scheme.id;
}
