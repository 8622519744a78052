import type { Json } from './json';
import { ok } from './ok';
import { asPage, pageAnswer, pageAsk } from './page-answer';
import { READ_ALL, READ_ONE, readList } from './points';
import { calledProject, issueTypesOf, seesProject } from './project';
import { refuse } from './refusal';
import type { Call, Route } from './route';
import type { Project } from './setup';
import { issueTypeShape, projectShape, REST, statusShape, userShape } from './shapes';
import { workflowOf } from './workflow-of';

const leadOf = ({ world }: Call, { lead }: Project): Json => {
  const user = world.setup.users.get(lead);
  return user ? userShape(user) : null;
};

/** What `expand` adds to a project in a list; all of it is in a project read by itself. */
const extras: Readonly<Record<string, (call: Call, project: Project) => Json>> = {
  description: (_call, { description }) => description,
  lead: leadOf,
  issueTypes: (call, project) => issueTypesOf(call, project).map(issueTypeShape),
};
const expands = Object.keys(extras);

const expanded = (call: Call, project: Project, names: readonly string[]): Json =>
  Object.fromEntries(names.map((name) => [name, extras[name]?.(call, project)]));

function wholeProject(call: Call): Json {
  const project = calledProject(call);
  const roles = [...call.world.setup.roles.values()];
  return {
    ...projectShape(project),
    ...expanded(call, project, expands),
    components: [],
    versions: [],
    assigneeType: 'UNASSIGNED',
    isPrivate: false,
    properties: {},
    roles: Object.fromEntries(roles.map(({ id, name }) => [name, `${REST}/project/${project.id}/role/${id}`])),
  };
}

function projectSearch(call: Call): Json {
  const { world, query } = call;
  const text = (query.text('query') ?? '').toLowerCase();
  const [ids, keys, types] = ['id', 'keys', 'typeKey'].map((name) => query.list(name)) as [
    string[],
    string[],
    string[],
  ];
  const fits = (project: Project): boolean =>
    [project.key, project.name].some((name) => name.toLowerCase().includes(text)) &&
    (ids.length === 0 || ids.includes(String(project.id))) &&
    (keys.length === 0 || keys.includes(project.key)) &&
    (types.length === 0 || types.includes(project.type));
  const seen = [...world.setup.projects.values()].filter((project) => seesProject(call, project) && fits(project));
  const ordered = seen.sort(ordering(query.text('orderBy') ?? 'key'));
  return pageAnswer(call, ordered, pageAsk(call, 50, 100), (project) => ({
    ...projectShape(project),
    ...expanded(call, project, query.list('expand')),
  }));
}

/** An unencoded + arrives as a blank. */
const orders = ['key', '+key', ' key', '-key', 'name', '+name', ' name', '-name'];

function ordering(order: string): (a: Project, b: Project) => number {
  const by = order.endsWith('name') ? 'name' : 'key';
  const direction = order.startsWith('-') ? -1 : 1;
  return (a, b) => direction * (a[by] < b[by] ? -1 : 1);
}

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
      action: { oneOf: ['view', 'browse'] },
      expand: { listOf: expands },
      status: { listOf: ['live'] },
    },
    points: readList('values'),
    answer: ok(projectSearch),
  },
  {
    ...seen,
    path: '/rest/api/3/project/{projectIdOrKey}',
    operationId: 'getProject',
    query: { expand: { listOf: expands } },
    points: READ_ONE,
    answer: ok(wholeProject),
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
