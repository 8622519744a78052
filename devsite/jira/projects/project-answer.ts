import { chosen } from '../../platform/chosen';
import { wholeComponent } from '../components/component-shape';
import type { Project } from '../configuration/setup';
import { jiraTime } from '../jira-time';
import type { Json } from '../json';
import type { Call } from '../route';
import { categoryOfProjectShape, issueTypeShape, projectShape, REST, userShape } from '../shapes';
import { issueTypesOf } from './project';
import { projectPropertyText } from './project-property';

const person = ({ world }: Call, accountId: string | undefined): Json => {
  const user = accountId === undefined ? undefined : world.setup.users.get(accountId);
  return user ? userShape(user) : null;
};

function insight({ world }: Call, { id }: Project): Json {
  const found = world.database
    .sql('SELECT count(*) AS total, max(updated) AS last FROM jira_issue WHERE project_id = ?')
    .get<{ total: number; last: number | null }>(id);
  return {
    totalIssueCount: found?.total ?? 0,
    ...(found?.last !== null && { lastIssueUpdateTime: jiraTime(found?.last ?? 0) }),
  };
}

/** What `expand` adds to a project in a list. */
const extras: Readonly<Record<string, (call: Call, project: Project) => Json>> = {
  description: (_call, { description }) => description,
  lead: (call, { lead }) => person(call, lead),
  issueTypes: (call, project) => issueTypesOf(call, project).map(issueTypeShape),
  projectKeys: (_call, { key }) => [key],
  url: (_call, { url }) => url,
  insight,
};

export const projectExpands = Object.keys(extras);

const expanded = (call: Call, project: Project, names: readonly string[]): Json =>
  Object.fromEntries(names.map((name) => [name, extras[name]?.(call, project)]));

function stateOf(call: Call, project: Project): Json {
  const { state, stateAt, stateBy } = project;
  if (state === 'live' || stateAt === undefined) return {};
  const by = person(call, stateBy);
  return state === 'archived'
    ? { archived: true, archivedDate: jiraTime(stateAt), archivedBy: by }
    : {
        deleted: true,
        deletedDate: jiraTime(stateAt),
        deletedBy: by,
        retentionTillDate: jiraTime(stateAt + chosen.trashKept),
      };
}

const category = ({ world }: Call, { categoryId }: Project): Json => {
  const found = categoryId === undefined ? undefined : world.setup.projectCategories.get(categoryId);
  return found ? { projectCategory: categoryOfProjectShape(found) } : {};
};

function properties({ world, query }: Call, { id }: Project): Json {
  const texts = query.list('properties').map((key) => [key, projectPropertyText(world, id, key)] as const);
  return Object.fromEntries(texts.flatMap(([key, text]) => (text === undefined ? [] : [[key, JSON.parse(text)]])));
}

/** A project in a list. */
export const listedProject = (call: Call, project: Project): Json => ({
  expand: projectExpands.join(','),
  ...projectShape(project),
  ...category(call, project),
  ...stateOf(call, project),
  isPrivate: false,
  properties: properties(call, project),
  ...expanded(call, project, call.query.list('expand')),
});

/** A project read by itself. */
export function wholeProject(call: Call, project: Project): Json {
  const roles = [...call.world.setup.roles.values()];
  return {
    ...listedProject(call, project),
    ...expanded(call, project, ['description', 'lead', 'issueTypes']),
    ...(project.url !== undefined && { url: project.url }),
    components: project.components.map((component) => wholeComponent(call.world, project, component)),
    versions: [],
    assigneeType: project.assigneeType,
    roles: Object.fromEntries(roles.map(({ id, name }) => [name, `${REST}/project/${project.id}/role/${id}`])),
  };
}
