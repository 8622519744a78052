import { idIn } from '../body-ids';
import type { ProjectSchemes } from '../configuration/configuration';
import type { Project, Setup } from '../configuration/setup';
import type { Json } from '../json';
import { pageAnswer, pageAsk } from '../page-answer';
import { refuse } from '../refusal';
import type { Call } from '../route';

/** The projects that are configured by a scheme. */
export const projectsOfScheme = (
  { projects }: Setup,
  kind: keyof ProjectSchemes,
  schemeId: number,
): readonly Project[] => [...projects.values()].filter(({ schemes }) => schemes[kind] === schemeId);

interface SchemeKind {
  readonly kind: keyof ProjectSchemes;
  /** What an answer calls the scheme. */
  readonly name: string;
  readonly shape: (schemeId: number) => Json;
}

/** The schemes of the company-managed projects that a query names, each with those of the projects that use it. */
export function schemesOfProjects(call: Call, { kind, name, shape }: SchemeKind): Json {
  const wanted = call.query.list('projectId');
  if (wanted.length === 0) throw refuse(400, "The 'projectId' query parameter is required.");
  const projects = [...call.world.setup.projects.values()].filter(
    ({ id, style }) => style === 'classic' && wanted.includes(String(id)),
  );
  const schemeIds = [...new Set(projects.map(({ schemes }) => schemes[kind]))];
  return pageAnswer(call, schemeIds, pageAsk(call), (schemeId) => ({
    [name]: shape(schemeId),
    projectIds: projects.filter(({ schemes }) => schemes[kind] === schemeId).map(({ id }) => String(id)),
  }));
}

/** The project whose id a body gives; 404 when there is none, 400 when it is not company-managed. */
export function classicProjectIn({ world, body }: Call): Project {
  const project = world.setup.projects.get(idIn(body, 'projectId'));
  if (!project) throw refuse(404, 'The project was not found.');
  if (project.style !== 'classic') throw refuse(400, 'Schemes can be assigned to company-managed projects only.');
  return project;
}
