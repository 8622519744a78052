import { allow, type Result, refuse } from '../kernel/result';
import type { Mapping } from '../set-up/domain/mapping';
import { compileDraft } from '../sla/compile-draft';
import type { JqlRefused } from '../sla/compile-jql';
import { defaultDefinitions, draftOf } from '../sla/default-definitions';
import type { Definition } from '../sla/domain/definition';
import type { DefinitionDraft } from '../sla/domain/draft';
import type { SiteShape } from './site-shape';

/** Nothing on the site stands for it. */
export const unmapped: NonNullable<Mapping['impact']> = { field: '', levels: {} };

type Default = ReturnType<typeof defaultDefinitions>[number];

/** By definition: what an admin goes on to edit. */
export const defaultDrafts = (site: SiteShape): ReadonlyMap<string, DefinitionDraft> =>
  new Map(defaultsFor(site).map((definition) => [definition.id, draftOf(definition, site)]));

/** The definitions of a site that nobody has edited, by what it has or is mapped to. */
export function defaultsFor({ priorities, issueTypes, mapping }: SiteShape): readonly Default[] {
  if (!mapping) return defaultDefinitions({ priorities: priorities.map(({ name }) => name) });
  const nameOf = (things: SiteShape['issueTypes']) => (id: string) =>
    things.find((thing) => thing.id === id)?.name ?? id;
  return defaultDefinitions({
    priorities: [...new Set(mapping.priorities.map(nameOf(priorities)))],
    incidentTypes: [...new Set(mapping.incidentTypes.map(nameOf(issueTypes)))],
    pausing: mapping.pausing,
  });
}

/** A definition as rules read it: ids instead of names, conditions instead of JQL. */
export function compileDefault(definition: Default, site: SiteShape): Result<Definition, JqlRefused> {
  const { id, version, slot } = definition;
  const ground = { site: { ...site, fields: [] }, options: new Map() };
  const { definition: compiled, problems } = compileDraft(draftOf(definition, site), { id, version, slot }, ground);
  const [problem] = problems;
  if (problem) return refuse({ code: problem.code, place: problem.with ?? problem.place } as JqlRefused);
  return allow(compiled);
}
