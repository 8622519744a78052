import type { Component, Project, Setup } from '../configuration/setup';
import type { IssueRow } from '../schema';

/** A component of any project, and the project. */
export function componentOf({ projects }: Setup, id: number): { component: Component; project: Project } | undefined {
  for (const project of projects.values()) {
    const component = project.components.find((each) => each.id === id);
    if (component) return { component, project };
  }
  return undefined;
}

/** Ids as an issue keeps them: each once, by their names. */
export function keptComponents(components: readonly Component[]): string {
  const sorted = [...new Set(components)].sort((one, other) => one.name.localeCompare(other.name));
  return JSON.stringify(sorted.map(({ id }) => id));
}

export const componentIds = ({ components_json }: Pick<IssueRow, 'components_json'>): readonly number[] =>
  JSON.parse(components_json);

/** Those of an issue that are still there. */
export const componentsOf = (setup: Setup, row: IssueRow): readonly Component[] =>
  componentIds(row).flatMap((id) => componentOf(setup, id)?.component ?? []);

/** What an issue's components become in another project: those of the same names. */
export function componentsThere(setup: Setup, row: IssueRow, project: Project): string {
  const names = new Set(componentsOf(setup, row).map(({ name }) => name));
  return keptComponents(project.components.filter(({ name }) => names.has(name)));
}
