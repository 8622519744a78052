import type { Choices } from '../set-up/domain/choices';
import { isOurs } from '../set-up/domain/matching';
import type { ProjectReading } from '../set-up/domain/reading';
import { wantedTypes } from '../set-up/domain/wish';
import { configured, type JiraAdminProject } from './jira-admin';
import { described } from './jira-described';

/** Projects with incidents that are looked into though nobody chose them; the rest are named, and wait to be chosen. */
const mostLookedInto = 20;

/** Every project, with the schemes and screens of those that may be taken in. */
export async function projectReadings(choices: Choices): Promise<readonly ProjectReading[]> {
  const projects = await configured.projects();
  const readings = projects.map(plain);
  const classic = readings.filter(({ style }) => style === 'company-managed').map(({ id }) => id);
  const wanted = lookedInto(projects, choices);
  if (!wanted.size) return readings;
  const [types, screens] = await Promise.all([configured.typeSchemesOf(classic), screensOf(classic)]);
  return readings.map((project) =>
    wanted.has(project.id) ? { ...project, ...schemesOf(project.id, types, screens) } : project,
  );
}

/** Every project anew, what was looked into as it was. */
export async function projectsAgain(before: readonly ProjectReading[]): Promise<readonly ProjectReading[]> {
  const known = new Map(before.map((project) => [project.id, project]));
  return (await configured.projects()).map((project) => ({ ...known.get(project.id), ...plain(project) }));
}

const plain = (project: JiraAdminProject): ProjectReading => ({
  ...described(project),
  key: project.key,
  style: project.style === 'next-gen' || project.simplified ? 'team-managed' : 'company-managed',
  issueTypeIds: (project.issueTypes ?? []).map(({ id }) => id),
});

/** Projects whose screens the plan may need: those that somebody chose, and the first of those that have incidents. */
function lookedInto(projects: readonly JiraAdminProject[], choices: Choices): ReadonlySet<string> {
  const ids = projects
    .filter((project) => plain(project).style === 'company-managed' && !isOurs(described(project)))
    .map(({ id, issueTypes = [] }) => ({ id, chosen: choices.items[`project:${id}`], issueTypes }));
  const isChosen = ({ chosen }: (typeof ids)[number]) => chosen !== undefined && chosen !== 'leave';
  const mayHaveIncidents = ({ chosen, issueTypes }: (typeof ids)[number]) =>
    chosen === undefined && issueTypes.some((type) => isIncident(type, choices));
  const taken = [...ids.filter(isChosen), ...ids.filter(mayHaveIncidents).slice(0, mostLookedInto)];
  return new Set(taken.map(({ id }) => id));
}

const incidentNames = wantedTypes
  .filter(({ id }) => id === 'type:incident')
  .flatMap(({ name, alsoCalled }) => [name.toLowerCase(), ...alsoCalled]);

const isIncident = ({ id, name }: { readonly id: string; readonly name: string }, { items }: Choices): boolean =>
  items['type:incident'] === `adopt:${id}` || incidentNames.includes(name.trim().toLowerCase());

type TypeSchemes = Awaited<ReturnType<typeof configured.typeSchemesOf>>;

function schemesOf(
  project: string,
  types: TypeSchemes,
  screens: ReadonlyMap<string, readonly string[]>,
): Pick<ProjectReading, 'issueTypeScheme' | 'screenIds' | 'screensSharedBy'> {
  const associations = types.filter(({ projectIds }) => projectIds.includes(project));
  const scheme = associations[0]?.issueTypeScheme.id;
  const users = new Set(
    types.filter(({ issueTypeScheme }) => issueTypeScheme.id === scheme).flatMap(({ projectIds }) => projectIds),
  );
  const screenIds = screens.get(project) ?? [];
  const sharing = [...screens.values()].filter((ids) => ids.some((id) => screenIds.includes(id)));
  return {
    ...(scheme !== undefined && { issueTypeScheme: { id: scheme, sharedBy: users.size } }),
    screenIds,
    screensSharedBy: sharing.length,
  };
}

/** By project, every screen on which an issue of its is created, edited or seen: fields belong on each of them. */
async function screensOf(projects: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const associations = await configured.typeScreenSchemesOf(projects);
  const mappings = await configured.typeScreenMappings(associations.map((each) => each.issueTypeScreenScheme.id));
  const schemes = await configured.screenSchemesById(mappings.map(({ screenSchemeId }) => screenSchemeId));
  const screensIn = new Map(schemes.map(({ id, screens }) => [String(id), Object.values(screens).map(String)]));
  const of = (scheme: string) =>
    mappings
      .filter(({ issueTypeScreenSchemeId }) => issueTypeScreenSchemeId === scheme)
      .flatMap(({ screenSchemeId }) => screensIn.get(screenSchemeId) ?? []);
  return new Map(
    associations.flatMap(({ issueTypeScreenScheme, projectIds }) =>
      projectIds.map((id) => [id, [...new Set(of(issueTypeScreenScheme.id))]] as const),
    ),
  );
}
