import { holdsGlobally } from '../admin';
import { noContent } from '../admin-route';
import { textIn } from '../body-reading';
import { descriptionIn, nameIn } from '../configuration/name-check';
import type { Component, Project } from '../configuration/setup';
import { insertRow } from '../ids';
import type { Json } from '../json';
import { ok } from '../ok';
import { may } from '../permissions/permissions';
import { READ_ONE, WRITE } from '../points';
import { calledProject, seesProject } from '../projects/project';
import { refuse, refuseField } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { REST } from '../shapes';
import { componentOf } from './component';
import { countIssues, replaceOnIssues } from './component-issues';
import { wholeComponent } from './component-shape';

interface Called {
  readonly component: Component;
  readonly project: Project;
}

function calledComponent(call: Call, id = call.path.id ?? ''): Called {
  const found = /^\d+$/.test(id) ? componentOf(call.world.setup, Number(id)) : undefined;
  if (!found || !seesProject(call, found.project)) throw refuse(404, `The component with id ${id} does not exist.`);
  return found;
}

function administered({ world, caller }: Call, { id }: Project): void {
  const isAdministrator =
    may(world, caller.accountId, 'ADMINISTER_PROJECTS', id) || holdsGlobally(world, caller.accountId, 'ADMINISTER');
  if (!isAdministrator) throw refuse(403, 'The user does not have permission to administer the project.');
}

const assigneeTypes = ['PROJECT_DEFAULT', 'COMPONENT_LEAD', 'PROJECT_LEAD', 'UNASSIGNED'] as const;

function assigneeTypeIn(body: Json, otherwise: Component['assigneeType']): Component['assigneeType'] {
  const type = assigneeTypes.find((each) => each === (body?.assigneeType ?? otherwise));
  if (!type) throw refuseField('assigneeType', 'The assignee type is not valid.');
  return type;
}

/** The account of the lead that a body names, none where it is empty. */
function leadIn({ world, body }: Call, otherwise: string | undefined): string | null {
  const lead = textIn(body, 'leadAccountId', otherwise);
  if (lead === undefined || lead === '') return null;
  if (!world.setup.users.has(lead)) throw refuseField('leadAccountId', `The user '${lead}' does not exist.`);
  return lead;
}

/** What a body makes of a component of a project, and of the one before. */
function rowIn(call: Call, { components }: Project, before?: Component) {
  const taken = components.filter(({ id }) => id !== before?.id).map(({ name }) => name);
  return {
    name: nameIn(call.body, { most: 255, taken, status: 400, what: 'component' }, before?.name),
    description: descriptionIn(call.body, 32_767, before?.description),
    lead: leadIn(call, before?.lead),
    assignee_type: assigneeTypeIn(call.body, before?.assigneeType ?? 'PROJECT_DEFAULT'),
  };
}

function told({ world, caller }: Call, what: 'created' | 'updated' | 'deleted', { component, project }: Called): Json {
  const { id, name, description, lead, assigneeType } = component;
  const body = {
    component: {
      id: String(id),
      name,
      ...(description !== '' && { description }),
      project: project.key,
      projectId: project.id,
      assigneeType,
      ...(lead !== undefined && { lead: { accountId: lead } }),
    },
  };
  world.emit({ eventType: `avi:jira:${what}:component`, actor: caller.accountId, body, projectId: project.id });
}

function answered(call: Call, id: number, what: 'created' | 'updated', status: number): RouteAnswer {
  call.world.reloadSetup();
  const found = componentOf(call.world.setup, id) as Called;
  told(call, what, found);
  return { status, body: wholeComponent(call.world, found.project, found.component) };
}

function create(call: Call): RouteAnswer {
  const key = textIn(call.body, 'project', undefined);
  if (key === undefined) throw refuseField('project', 'The project must be given.');
  const project = calledProject(call, key);
  administered(call, project);
  const row = { project_id: project.id, ...rowIn(call, project) };
  return answered(call, insertRow(call.world.database, 'jira_component', row), 'created', 201);
}

function update(call: Call): RouteAnswer {
  const { component, project } = calledComponent(call);
  administered(call, project);
  const { name, description, lead, assignee_type } = rowIn(call, project, component);
  call.world.database
    .sql('UPDATE jira_component SET name = ?, description = ?, lead = ?, assignee_type = ? WHERE id = ?')
    .run(name, description, lead, assignee_type, component.id);
  return answered(call, component.id, 'updated', 200);
}

function remove(call: Call): RouteAnswer {
  const called = calledComponent(call);
  administered(call, called.project);
  const to = call.query.text('moveIssuesTo');
  const other = to === undefined ? undefined : calledComponent(call, to);
  if (other && (other.project.id !== called.project.id || other.component.id === called.component.id))
    throw refuse(404, `The component with id ${to} cannot take the place of ${called.component.id}.`);
  replaceOnIssues(call.world, called.component.id, other?.component.id);
  call.world.database.sql('DELETE FROM jira_component WHERE id = ?').run(called.component.id);
  call.world.reloadSetup();
  told(call, 'deleted', called);
  return noContent;
}

function counted(call: Call): Json {
  const { id } = calledComponent(call).component;
  return { self: `${REST}/component/${id}`, issueCount: countIssues(call.world, id) };
}

const all = '/rest/api/3/component';
const one = `${all}/{id}`;
const body = {
  name: 'text',
  description: 'text',
  leadAccountId: 'text',
  assigneeType: 'text',
  isAssigneeTypeValid: 'any',
} as const;
const written = {
  scopes: ['manage:jira-project'],
  permission: 'Administer projects; administrators',
  points: WRITE,
} as const;
const read = { method: 'GET', scopes: ['read:jira-work'], permission: 'Browse projects', points: READ_ONE } as const;

export const componentRoutes: readonly Route[] = [
  {
    ...written,
    method: 'POST',
    path: all,
    operationId: 'createComponent',
    body: { ...body, project: 'text' },
    answer: create,
  },
  {
    ...read,
    path: one,
    operationId: 'getComponent',
    answer: ok((call) => {
      const { component, project } = calledComponent(call);
      return wholeComponent(call.world, project, component);
    }),
  },
  { ...written, method: 'PUT', path: one, operationId: 'updateComponent', body, answer: update },
  {
    ...written,
    method: 'DELETE',
    path: one,
    operationId: 'deleteComponent',
    query: { moveIssuesTo: 'text' },
    answer: remove,
  },
  { ...read, path: `${one}/relatedIssueCounts`, operationId: 'getComponentRelatedIssues', answer: ok(counted) },
];
