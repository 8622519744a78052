import type { IssueTypeScheme } from '../configuration/configuration';
import { configure } from '../configuration/configure';
import { refuse } from '../refusal';
import type { Call } from '../route';
import type { World } from '../world';

/** The scheme that a fresh site has: every type of the site is in it. */
export const DEFAULT_TYPE_SCHEME = 10_000;

/** The schemes of company-managed projects. */
export const typeSchemes = ({ setup }: World): readonly IssueTypeScheme[] =>
  [...setup.issueTypeSchemes.values()].filter(({ scopeProjectId }) => scopeProjectId === undefined);

export function typeSchemeOf(world: World, id: number): IssueTypeScheme {
  const scheme = typeSchemes(world).find((each) => each.id === id);
  if (!scheme) throw refuse(404, 'The issue type scheme was not found.');
  return scheme;
}

export const calledTypeScheme = ({ world, path }: Call): IssueTypeScheme =>
  typeSchemeOf(world, Number(path.issueTypeSchemeId));

export const keepTypes = (world: World, { id }: Pick<IssueTypeScheme, 'id'>, typeIds: readonly number[]): void =>
  configure(world, 'UPDATE jira_issue_type_scheme SET types_json = ? WHERE id = ?', JSON.stringify(typeIds), id);

/** Puts a new type of the site where every type is. */
export function joinDefaultScheme(world: World, typeId: number): void {
  const scheme = world.setup.issueTypeSchemes.get(DEFAULT_TYPE_SCHEME);
  if (scheme) keepTypes(world, scheme, [...scheme.issueTypeIds, typeId]);
}
