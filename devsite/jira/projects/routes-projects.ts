import { holdsGlobally } from '../admin';
import type { Project } from '../configuration/setup';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk } from '../page-answer';
import { may } from '../permissions/permissions';
import { READ_ALL, READ_ONE, readList } from '../points';
import { refuse } from '../refusal';
import type { Call, Route } from '../route';
import { issueTypeShape, statusShape } from '../shapes';
import { workflowOf } from '../workflows/workflow-of';
import { calledProject, issueTypesOf, seesProject } from './project';
import { listedProject, projectExpands, wholeProject } from './project-answer';

type Allows = (call: Call, project: Project) => boolean;

const holdsOne =
  (...permissions: readonly string[]): Allows =>
  ({ world, caller }, { id }) =>
    permissions.some((permission) => may(world, caller.accountId, permission, id));

/** What a project in a list must let the caller do. */
const actions: Readonly<Record<string, Allows>> = {
  view: seesProject,
  browse: holdsOne('BROWSE_PROJECTS'),
  edit: holdsOne('ADMINISTER_PROJECTS'),
  create: holdsOne('CREATE_ISSUES'),
};

const among = (list: readonly string[], value: string): boolean => list.length === 0 || list.includes(value);

/** Administrators alone are shown the trash; in it nobody holds a permission. */
const isShown = (call: Call, project: Project): boolean =>
  project.state === 'deleted'
    ? holdsGlobally(call.world, call.caller.accountId, 'ADMINISTER')
    : (actions[call.query.text('action') ?? 'view']?.(call, project) ?? false);

function asked({ query }: Call): (project: Project) => boolean {
  const text = (query.text('query') ?? '').toLowerCase();
  const states = query.list('status');
  const category = query.text('categoryId');
  return ({ id, key, name, type, state, categoryId }) =>
    [key, name].some((word) => word.toLowerCase().includes(text)) &&
    among(query.list('id'), String(id)) &&
    among(query.list('keys'), key) &&
    among(query.list('typeKey'), type) &&
    (category === undefined || category === String(categoryId)) &&
    (states.length === 0 ? state === 'live' : states.includes(state));
}

/** An unencoded + arrives as a blank. */
const orders = ['key', 'name', 'owner', 'category', 'archivedDate', 'deletedDate'].flatMap((by) =>
  ['', '+', ' ', '-'].map((sign) => sign + by),
);

type OrderBy = (project: Project, call: Call) => string | number;

const orderings: Readonly<Record<string, OrderBy>> = {
  key: ({ key }) => key,
  name: ({ name }) => name,
  owner: ({ lead }, { world }) => world.setup.users.get(lead)?.displayName ?? '',
  category: ({ categoryId }, { world }) => world.setup.projectCategories.get(categoryId ?? -1)?.name ?? '',
  archivedDate: ({ stateAt }) => stateAt ?? 0,
  deletedDate: ({ stateAt }) => stateAt ?? 0,
};

function ordered(call: Call, projects: readonly Project[]): readonly Project[] {
  const order = call.query.text('orderBy') ?? 'key';
  const by = orderings[order.replace(/^[-+ ]/, '')] as OrderBy;
  const direction = order.startsWith('-') ? -1 : 1;
  return [...projects].sort((a, b) => direction * (by(a, call) < by(b, call) ? -1 : 1));
}

function projectSearch(call: Call): Json {
  const fits = asked(call);
  const found = [...call.world.setup.projects.values()].filter((each) => fits(each) && isShown(call, each));
  return pageAnswer(call, ordered(call, found), pageAsk(call, 50, 100), (project) => listedProject(call, project));
}

const seenProjects = (call: Call): readonly Project[] =>
  [...call.world.setup.projects.values()].filter((each) => each.state === 'live' && seesProject(call, each));

/** No visit is kept: the first of those that the caller sees. */
const MOST_RECENT = 20;

const recentProjects = (call: Call): Json =>
  seenProjects(call)
    .slice(0, MOST_RECENT)
    .map((project) => listedProject(call, project));

/** The statuses of the workflow of each type. */
function statusesOfProject(call: Call): Json {
  const { setup } = call.world;
  const project = calledProject(call);
  return issueTypesOf(call, project).map((type) => {
    const { self, id, name, subtask } = issueTypeShape(type);
    const { statuses } = workflowOf(setup, project, type.id);
    const shapes = statuses.flatMap(({ statusId }) => setup.statuses.get(statusId) ?? []).map(statusShape);
    return { self, id, name, subtask, statuses: shapes };
  });
}

function typesOfProject(call: Call): Json {
  const id = call.query.text('projectId');
  if (id === undefined) throw refuse(400, "The 'projectId' query parameter is required.");
  const level = call.query.text('level');
  const types = issueTypesOf(call, calledProject(call, id));
  return types
    .filter(({ hierarchyLevel }) => level === undefined || Number(level) === hierarchyLevel)
    .map(issueTypeShape);
}

const seen = { method: 'GET', scopes: ['read:jira-work'], permission: 'whoever sees the project' } as const;

export const projectRoutes: readonly Route[] = [
  {
    ...seen,
    path: '/rest/api/3/project/search',
    operationId: 'searchProjects',
    query: {
      ...asPage,
      orderBy: { oneOf: orders },
      id: 'list',
      keys: 'list',
      query: 'text',
      typeKey: 'list',
      categoryId: 'integer',
      action: { oneOf: Object.keys(actions) },
      expand: { listOf: projectExpands },
      status: { listOf: ['live', 'archived', 'deleted'] },
      properties: 'list',
    },
    points: readList('values'),
    answer: ok(projectSearch),
  },
  {
    ...seen,
    path: '/rest/api/3/project',
    operationId: 'getAllProjects',
    query: { expand: { listOf: projectExpands }, properties: 'list' },
    points: READ_ALL,
    answer: ok((call) => seenProjects(call).map((project) => listedProject(call, project))),
  },
  {
    ...seen,
    path: '/rest/api/3/project/recent',
    operationId: 'getRecent',
    query: { expand: { listOf: projectExpands }, properties: 'list' },
    points: READ_ALL,
    answer: ok(recentProjects),
  },
  {
    ...seen,
    path: '/rest/api/3/project/{projectIdOrKey}',
    operationId: 'getProject',
    query: { expand: { listOf: projectExpands }, properties: 'list' },
    points: READ_ONE,
    answer: ok((call) => wholeProject(call, calledProject(call))),
  },
  {
    ...seen,
    path: '/rest/api/3/project/{projectIdOrKey}/statuses',
    operationId: 'getAllStatuses',
    points: READ_ALL,
    answer: ok(statusesOfProject),
  },
  {
    ...seen,
    path: '/rest/api/3/issuetype/project',
    operationId: 'getIssueTypesForProject',
    query: { projectId: 'text', level: 'integer' },
    points: READ_ALL,
    answer: ok(typesOfProject),
  },
];
