import type { SiteDatabase } from '../database';
import type { JiraSeed, SeedHolder, SeedProject } from './jira';

/** Ids that a fresh site of Jira Cloud would give, roughly; each kind counts on from its own. */
const FIRST = {
  issueType: 10_000,
  status: 10_000,
  priority: 1,
  resolution: 10_000,
  field: 10_050,
  option: 10_020,
  linkType: 10_000,
  project: 10_000,
  role: 10_002,
  transition: 11,
} as const;

const idsFrom = (names: readonly string[], first: number, step = 1): ReadonlyMap<string, number> =>
  new Map(names.map((name, place) => [name, first + place * step]));

const namesOf = (things: readonly { readonly name: string }[]): string[] => things.map(({ name }) => name);

/** The id of a name in the seed, or what is wrong with the seed. */
function idOf(ids: ReadonlyMap<string, number>, name: string, what: string): number {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The seed names the ${what} "${name}" and does not define it.`);
  return id;
}

function seedPeople(database: SiteDatabase, { users }: JiraSeed): void {
  const names = [...new Set(users.flatMap(({ groups }) => groups ?? []))];
  names.forEach((name, place) => {
    database.sql('INSERT INTO jira_group (id, name) VALUES (?, ?)').run(groupId(place), name);
  });
  for (const user of users) {
    database
      .sql('INSERT INTO jira_user (account_id, display_name, email, time_zone, account_type) VALUES (?, ?, ?, ?, ?)')
      .run(
        user.accountId,
        user.displayName,
        user.emailAddress ?? null,
        user.timeZone ?? 'Etc/UTC',
        user.accountType ?? 'atlassian',
      );
    for (const name of user.groups ?? [])
      database.sql('INSERT INTO jira_group_member (group_name, account_id) VALUES (?, ?)').run(name, user.accountId);
  }
}

const groupId = (place: number): string => `00000000-0000-4000-8000-${String(place + 1).padStart(12, '0')}`;

function seedNames(database: SiteDatabase, seed: JiraSeed): void {
  seed.issueTypes.forEach(({ name, description }, place) => {
    database
      .sql('INSERT INTO jira_issue_type (id, name, description) VALUES (?, ?, ?)')
      .run(FIRST.issueType + place, name, description ?? '');
  });
  seed.statuses.forEach(({ name, category }, place) => {
    database
      .sql('INSERT INTO jira_status (id, name, category) VALUES (?, ?, ?)')
      .run(FIRST.status + place, name, category);
  });
  seed.priorities.forEach((name, place) => {
    database
      .sql('INSERT INTO jira_priority (id, name, position) VALUES (?, ?, ?)')
      .run(FIRST.priority + place, name, place);
  });
  seed.resolutions.forEach((name, place) => {
    database.sql('INSERT INTO jira_resolution (id, name) VALUES (?, ?)').run(FIRST.resolution + place, name);
  });
  (seed.linkTypes ?? []).forEach(({ name, inward, outward }, place) => {
    database
      .sql('INSERT INTO jira_link_type (id, name, inward, outward) VALUES (?, ?, ?, ?)')
      .run(FIRST.linkType + place, name, inward, outward);
  });
}

function seedFields(database: SiteDatabase, { fields }: JiraSeed): void {
  let option = FIRST.option as number;
  fields.forEach(({ name, type, options }, place) => {
    const id = `customfield_${FIRST.field + place}`;
    database.sql('INSERT INTO jira_field (id, name, type, position) VALUES (?, ?, ?, ?)').run(id, name, type, place);
    (options ?? []).forEach((value, position) => {
      database
        .sql('INSERT INTO jira_option (id, field_id, value, position) VALUES (?, ?, ?, ?)')
        .run(option, id, value, position);
      option += 1;
    });
  });
}

function seedWorkflow(database: SiteDatabase, { workflow, statuses }: JiraSeed): void {
  const ids = idsFrom(namesOf(statuses), FIRST.status);
  const status = (name: string) => idOf(ids, name, 'status');
  database
    .sql('INSERT INTO jira_workflow (id, name, initial_status_id) VALUES (1, ?, ?)')
    .run(workflow.name, status(workflow.initial));
  workflow.transitions.forEach(({ name, from, to }, place) => {
    database
      .sql('INSERT INTO jira_transition (id, name, from_json, to_status_id) VALUES (?, ?, ?, ?)')
      .run(FIRST.transition + place * 10, name, from ? JSON.stringify(from.map(status)) : null, status(to));
  });
}

function seedProject(database: SiteDatabase, seed: JiraSeed, project: SeedProject, id: number): void {
  const types = idsFrom(namesOf(seed.issueTypes), FIRST.issueType);
  const priorities = idsFrom(seed.priorities, FIRST.priority);
  const { key, name, type, lead, issueTypes, defaultPriority } = project;
  const priority = defaultPriority === undefined ? null : idOf(priorities, defaultPriority, 'priority');
  const typeIds = issueTypes.map((one) => idOf(types, one, 'issue type'));
  database
    .sql(
      `INSERT INTO jira_project (id, key, name, type, lead, default_priority_id, issue_types_json)
      VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(id, key, name, type, lead, priority, JSON.stringify(typeIds));
}

function seedRoles(database: SiteDatabase, project: SeedProject, id: number, roles: ReadonlyMap<string, number>): void {
  const add = 'INSERT INTO jira_role_actor (project_id, role_id, account_id, group_name) VALUES (?, ?, ?, ?)';
  for (const [role, actors] of Object.entries(project.roles))
    for (const actor of actors)
      database
        .sql(add)
        .run(id, roles.get(role), 'user' in actor ? actor.user : null, 'group' in actor ? actor.group : null);
}

function seedProjects(database: SiteDatabase, seed: JiraSeed): void {
  const roles = idsFrom([...new Set(seed.projects.flatMap((project) => Object.keys(project.roles)))], FIRST.role);
  for (const [name, id] of roles) database.sql('INSERT INTO jira_role (id, name) VALUES (?, ?)').run(id, name);
  seed.projects.forEach((project, place) => {
    seedProject(database, seed, project, FIRST.project + place);
    seedRoles(database, project, FIRST.project + place, roles);
  });
}

function holderOf(holder: SeedHolder): readonly [holder: string, parameter: string | null] {
  if ('role' in holder) return ['role', holder.role];
  if ('group' in holder) return ['group', holder.group];
  if ('user' in holder) return ['user', holder.user];
  return [holder.holder, null];
}

function seedPermissions(database: SiteDatabase, { permissions }: JiraSeed): void {
  for (const [permission, holders] of Object.entries(permissions))
    for (const holder of holders)
      database
        .sql('INSERT INTO jira_permission (permission, holder, parameter) VALUES (?, ?, ?)')
        .run(permission, ...holderOf(holder));
}

/** Fills an empty site; all of the seed or nothing of it. */
export function seedSite(database: SiteDatabase, seed: JiraSeed): void {
  database.transaction(() => {
    for (const part of [seedPeople, seedNames, seedFields, seedWorkflow, seedProjects, seedPermissions])
      part(database, seed);
  });
}
