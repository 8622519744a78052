import type { Component, Project } from '../configuration/setup';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk } from '../page-answer';
import { READ_ALL, readList } from '../points';
import { calledProject } from '../projects/project';
import type { Call, Route } from '../route';
import { countIssues } from './component-issues';
import { componentShape, wholeComponent } from './component-shape';

/** A component with what lists are ordered by. */
interface Listed {
  readonly component: Component;
  readonly project: Project;
}

const listed = (project: Project): readonly Listed[] => project.components.map((component) => ({ component, project }));

function fits({ query }: Call): (each: Listed) => boolean {
  const text = (query.text('query') ?? '').toLowerCase();
  return ({ component: { name, description } }) =>
    [name, description].some((each) => each.toLowerCase().includes(text));
}

const keys: Readonly<Record<string, (call: Call, each: Listed) => string | number>> = {
  name: (_call, { component }) => component.name.toLowerCase(),
  description: (_call, { component }) => component.description.toLowerCase(),
  lead: ({ world }, { component }) => world.setup.users.get(component.lead ?? '')?.displayName.toLowerCase() ?? '',
  issueCount: ({ world }, { component }) => countIssues(world, component.id),
};

function ordered(call: Call, all: readonly Listed[]): readonly Listed[] {
  const orderBy = call.query.text('orderBy') ?? 'name';
  const key = keys[orderBy.replace(/^[-+ ]/, '')] ?? keys.name;
  const sign = orderBy.startsWith('-') ? -1 : 1;
  const keyed = all.map((each) => ({ each, at: key?.(call, each) ?? '' }));
  return keyed
    .sort((one, other) => sign * (one.at < other.at ? -1 : Number(one.at > other.at)))
    .map(({ each }) => each);
}

const found = (call: Call, all: readonly Listed[]): readonly Listed[] => ordered(call, all.filter(fits(call)));

function pageOfProject(call: Call): Json {
  const { world } = call;
  return pageAnswer(call, found(call, listed(calledProject(call))), pageAsk(call), ({ component, project }) => ({
    ...wholeComponent(world, project, component),
    issueCount: countIssues(world, component.id),
  }));
}

function pageOfProjects(call: Call): Json {
  const projects = call.query.list('projectIdsOrKeys').map((idOrKey) => calledProject(call, idOrKey));
  return pageAnswer(call, found(call, projects.flatMap(listed)), pageAsk(call), ({ component }) =>
    componentShape(component),
  );
}

function allOfProject(call: Call): Json {
  const project = calledProject(call);
  return ordered(call, listed(project)).map(({ component }) => wholeComponent(call.world, project, component));
}

const bothWays = (...names: readonly string[]) => ({
  oneOf: ['', '-', '+', ' '].flatMap((sign) => names.map((name) => `${sign}${name}`)),
});
const componentSource = { oneOf: ['jira', 'auto'] } as const;
const read = { method: 'GET', scopes: ['read:jira-work'], permission: 'Browse projects' } as const;

export const componentListRoutes: readonly Route[] = [
  {
    ...read,
    path: '/rest/api/3/component',
    operationId: 'findComponentsForProjects',
    query: { ...asPage, projectIdsOrKeys: 'list', orderBy: bothWays('name', 'description'), query: 'text' },
    points: readList('values'),
    answer: ok(pageOfProjects),
  },
  {
    ...read,
    path: '/rest/api/3/project/{projectIdOrKey}/component',
    operationId: 'getProjectComponentsPaginated',
    query: {
      ...asPage,
      orderBy: bothWays('name', 'description', 'lead', 'issueCount'),
      query: 'text',
      componentSource,
    },
    points: readList('values'),
    answer: ok(pageOfProject),
  },
  {
    ...read,
    path: '/rest/api/3/project/{projectIdOrKey}/components',
    operationId: 'getProjectComponents',
    query: { componentSource },
    points: READ_ALL,
    answer: ok(allOfProject),
  },
];
