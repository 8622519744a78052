import { idsIn, textIn } from '../body-reading';
import type { Project } from '../configuration/setup';
import { insertRow, nextId } from '../ids';
import type { Json } from '../json';
import { APPS_ROLE } from '../permissions/apps-role';
import { builtInPermissions } from '../permissions/permission-keys';
import { refuseField } from '../refusal';
import type { World } from '../world';
import { projectColumns } from './project-check';
import { projectHappened } from './project-events';
import { type ProjectTemplate, projectTemplates, usualTemplate } from './project-templates';
import { configureByTemplate } from './template-configuration';

const isType = (type: string): type is Project['type'] => Object.hasOwn(usualTemplate, type);

/** The template of a body: that of its key, or the usual one of its type. */
export function templateOf(body: Json): ProjectTemplate {
  const type = textIn(body, 'projectTypeKey', '');
  const key = textIn(body, 'projectTemplateKey', isType(type) ? usualTemplate[type] : '');
  const template = projectTemplates.get(key);
  if (!template) throw refuseField('projectTemplateKey', `The project template '${key}' is not valid.`);
  if (type !== '' && type !== template.type)
    throw refuseField('projectTypeKey', `The template '${key}' is not of the project type '${type}'.`);
  return template;
}

const schemeFields = {
  workflowScheme: ['workflow_scheme_id', 'workflowSchemes'],
  issueTypeScheme: ['issue_type_scheme_id', 'issueTypeSchemes'],
  issueTypeScreenScheme: ['issue_type_screen_scheme_id', 'issueTypeScreenSchemes'],
  permissionScheme: ['permission_scheme_id', 'permissionSchemes'],
} as const;

/** The schemes that a body names, as columns of the project. */
export function schemesIn({ setup }: World, body: Json): Readonly<Record<string, number>> {
  const columns: Record<string, number> = {};
  for (const [field, [column, kind]] of Object.entries(schemeFields)) {
    if (body?.[field] === undefined || body[field] === null) continue;
    const [id = -1] = idsIn({ [field]: [body[field]] }, field);
    if (setup[kind].get(id)?.scopeProjectId !== undefined || !setup[kind].has(id))
      throw refuseField(field, `The ${field} with ID ${id} does not exist.`);
    columns[column] = id;
  }
  return columns;
}

/** What the members of an open team-managed project may do in it: everyone everything but to administer it. */
function openAccess({ database }: World, key: string, scope: number): number {
  const id = insertRow(database, 'jira_permission_scheme', { name: `${key}: Access`, scope_project_id: scope });
  const grant = (permission: string, holder: string, parameter: string | null = null) =>
    insertRow(database, 'jira_permission', { scheme_id: id, permission, holder, parameter });
  for (const { key: permission } of builtInPermissions.filter(({ type }) => type === 'PROJECT')) {
    grant(permission, permission === 'ADMINISTER_PROJECTS' ? 'projectLead' : 'applicationRole');
    grant(permission, 'role', String(APPS_ROLE));
  }
  return id;
}

/** The actors that every new project has in its roles, and the lead among the administrators. */
function fillRoles({ database, setup }: World, id: number, lead: string): void {
  const add = 'INSERT INTO jira_role_actor (project_id, role_id, account_id, group_name)';
  database
    .sql(`${add} SELECT ?, role_id, account_id, group_name FROM jira_role_actor WHERE project_id = ?`)
    .run(id, DEFAULT_ACTORS);
  const administrators = [...setup.roles.values()].find(({ name }) => /^administrators?$/i.test(name));
  if (administrators) database.sql(`${add} VALUES (?, ?, ?, NULL)`).run(id, administrators.id, lead);
}

/** Stands for every project to come in the rows of role actors. */
export const DEFAULT_ACTORS = 0;

const defaultPermissionScheme = ({ setup }: World): number =>
  [...setup.permissionSchemes.values()].find(({ scopeProjectId }) => scopeProjectId === undefined)?.id ?? 0;

/** Makes a project as a body asks, with the schemes it names or those of its template; answers it. */
export function createProject(world: World, actor: string, body: Json): Project {
  const { database } = world;
  const template = templateOf(body);
  const columns = projectColumns(world, body);
  const schemes = schemesIn(world, body);
  const isTeamManaged = template.style === 'next-gen';
  if (isTeamManaged && Object.keys(schemes).length > 0)
    throw refuseField('projectTemplateKey', 'Schemes cannot be used with the template of a team-managed project.');
  const id = nextId(database, 'jira_project');
  const scope = isTeamManaged ? id : null;
  insertRow(database, 'jira_project', {
    id,
    ...columns,
    type: template.type,
    style: template.style,
    ...configureByTemplate({ world, key: String(columns.key), scope, template }),
    permission_scheme_id: isTeamManaged ? openAccess(world, String(columns.key), id) : defaultPermissionScheme(world),
    ...schemes,
  });
  fillRoles(world, id, String(columns.lead));
  world.reloadSetup();
  const project = world.setup.projects.get(id) as Project;
  projectHappened(world, 'created', project, actor);
  return project;
}
