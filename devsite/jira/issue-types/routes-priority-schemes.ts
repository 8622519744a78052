import type { Priority, Project } from '../configuration/setup';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk, wholePage } from '../page-answer';
import { readList } from '../points';
import { seesProject } from '../projects/project';
import { refuse } from '../refusal';
import type { Call, Route } from '../route';
import { priorityShape, projectDetails, REST } from '../shapes';

/** The only scheme: every priority, for every project. */
const SCHEME = { id: '1', name: 'Default priority scheme' };

const priorityOf = (priority: Priority): Json => ({
  ...priorityShape(priority),
  isDefault: false,
  sequence: String(priority.position),
});

const priorities = ({ world }: Call): readonly Priority[] => [...world.setup.priorities.values()];

const projects = (call: Call): readonly Project[] =>
  [...call.world.setup.projects.values()].filter((project) => seesProject(call, project));

const detailsOf =
  ({ world }: Call) =>
  (project: Project): Json =>
    projectDetails(world.setup, project);

function list(call: Call): Json {
  const { query } = call;
  const asks = (name: string, fits: (wanted: readonly string[]) => boolean): boolean =>
    query.list(name).length === 0 || fits(query.list(name));
  const isWanted =
    asks('schemeId', (ids) => ids.includes(SCHEME.id)) &&
    asks('priorityId', (ids) => priorities(call).some(({ id }) => ids.includes(String(id)))) &&
    SCHEME.name.toLowerCase().includes((query.text('schemeName') ?? '').toLowerCase());
  return pageAnswer(call, isWanted ? [SCHEME] : [], pageAsk(call), (scheme) => ({
    ...scheme,
    self: `${REST}/priorityscheme/${scheme.id}`,
    description: 'The priorities of every project.',
    default: true,
    isDefault: true,
    ...(query.has('expand', 'priorities') && { priorities: wholePage(priorities(call).map(priorityOf)) }),
    ...(query.has('expand', 'projects') && { projects: wholePage(projects(call).map(detailsOf(call))) }),
  }));
}

function checkScheme({ path }: Call): void {
  if (path.schemeId !== SCHEME.id) throw refuse(404, 'The priority scheme was not found.');
}

function prioritiesOfScheme(call: Call): Json {
  checkScheme(call);
  return pageAnswer(call, priorities(call), pageAsk(call), priorityOf);
}

function projectsOfPriorities(call: Call): Json {
  checkScheme(call);
  const words = (call.query.text('query') ?? '').toLowerCase();
  const found = projects(call).filter(({ name }) => name.toLowerCase().includes(words));
  return pageAnswer(call, found, pageAsk(call), detailsOf(call));
}

const all = '/rest/api/3/priorityscheme';
const read = {
  method: 'GET',
  scopes: ['manage:jira-configuration'],
  permission: 'anyone signed in',
  points: readList('values'),
} as const;

export const prioritySchemeRoutes: readonly Route[] = [
  {
    ...read,
    path: all,
    operationId: 'getPrioritySchemes',
    query: {
      ...asPage,
      priorityId: 'list',
      schemeId: 'list',
      schemeName: 'text',
      onlyDefault: 'boolean',
      orderBy: { oneOf: ['name', '+name', ' name', '-name'] },
      expand: { listOf: ['priorities', 'projects'] },
    },
    answer: ok(list),
  },
  {
    ...read,
    path: `${all}/{schemeId}/priorities`,
    operationId: 'getPrioritiesByPriorityScheme',
    query: asPage,
    answer: ok(prioritiesOfScheme),
  },
  {
    ...read,
    path: `${all}/{schemeId}/projects`,
    operationId: 'getProjectsByPriorityScheme',
    query: { ...asPage, query: 'text' },
    answer: ok(projectsOfPriorities),
  },
];
