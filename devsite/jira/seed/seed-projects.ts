import { insertScreen } from '../configuration/configuration-rows';
import { insertSchemes, type SchemeColumns } from '../configuration/scheme-rows';
import { insertRow } from '../ids';
import { DEFAULT_SCREEN, defaultScreenFields } from '../screens/default-screen';
import type { SeedProject, SeedTeam } from './jira-seed';
import { seedField } from './seed-fields';
import { seedStatus, seedType } from './seed-names';
import { copyPermissionScheme, DEFAULT_PERMISSION_SCHEME } from './seed-permissions';
import { seedWorkflow } from './seed-workflows';
import { idOf, type Seeding } from './seeding';

/** What a team-managed project has of its own. */
function ownSchemes(seeding: Seeding, { key }: SeedProject, own: SeedTeam, scope: number): SchemeColumns {
  const { database } = seeding;
  const statuses = new Map(own.statuses.map((status) => [status.name, seedStatus(database, status, scope)]));
  const typeIds = own.issueTypes.map((type) => seedType(database, type, scope));
  const fieldIds = (own.fields ?? []).map((field) => seedField(seeding, field, scope));
  const terms = { statuses, described: own.statuses, screens: new Map<string, number>() };
  return insertSchemes(database, {
    name: key,
    scope,
    typeIds,
    workflowId: seedWorkflow(seeding, own.workflow, terms, scope),
    screens: { default: insertScreen(database, `${key}: Screen`, [...defaultScreenFields, ...fieldIds], scope) },
  });
}

function sharedSchemes(seeding: Seeding, project: SeedProject): SchemeColumns {
  const { database, seed, types, workflows, screens } = seeding;
  const workflow = (name: string) => idOf(workflows, name, 'workflow');
  const screen = (name: string) => idOf(screens, name, 'screen');
  const named = Object.entries({ default: DEFAULT_SCREEN, ...project.screens });
  return insertSchemes(database, {
    name: project.key,
    scope: null,
    typeIds: project.issueTypes.map((name) => idOf(types, name, 'issue type')),
    workflowId: workflow(project.workflow ?? seed.workflow.name),
    workflowIds: new Map(
      Object.entries(project.typeWorkflows ?? {}).map(([type, name]) => [
        idOf(types, type, 'issue type'),
        workflow(name),
      ]),
    ),
    screens: { default: 0, ...Object.fromEntries(named.map(([operation, name]) => [operation, screen(name)])) },
  });
}

function permissionScheme({ database, permissionSchemes }: Seeding, project: SeedProject, id: number): number {
  const scheme = idOf(permissionSchemes, project.permissionScheme ?? DEFAULT_PERMISSION_SCHEME, 'permission scheme');
  return project.own ? copyPermissionScheme(database, scheme, `${project.key}: Access`, id) : scheme;
}

function seedProject(seeding: Seeding, project: SeedProject, id: number): void {
  const { database, priorities, categories } = seeding;
  const { key, name, description = '', type, lead, own, defaultPriority, category } = project;
  insertRow(database, 'jira_project', {
    id,
    key,
    name,
    description,
    type,
    lead,
    style: own ? 'next-gen' : 'classic',
    default_priority_id: defaultPriority === undefined ? null : idOf(priorities, defaultPriority, 'priority'),
    category_id: category === undefined ? null : idOf(categories, category, 'project category'),
    ...(own ? ownSchemes(seeding, project, own, id) : sharedSchemes(seeding, project)),
    permission_scheme_id: permissionScheme(seeding, project, id),
  });
}

function seedRoles({ database, roles }: Seeding, project: SeedProject, id: number): void {
  const add = 'INSERT INTO jira_role_actor (project_id, role_id, account_id, group_name) VALUES (?, ?, ?, ?)';
  for (const [role, actors] of Object.entries(project.roles))
    for (const actor of actors)
      database
        .sql(add)
        .run(id, roles.get(role), 'user' in actor ? actor.user : null, 'group' in actor ? actor.group : null);
}

export function seedProjects(seeding: Seeding): void {
  for (const project of seeding.seed.projects) {
    const id = idOf(seeding.projects, project.key, 'project');
    seedProject(seeding, project, id);
    seedRoles(seeding, project, id);
  }
}
