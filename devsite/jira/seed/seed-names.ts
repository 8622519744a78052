import type { SiteDatabase } from '../../database';
import { insertRow, nextId, uuidOf } from '../ids';
import type { JiraSeed, SeedIssueType, SeedStatus } from './jira-seed';
import type { Seeding } from './seeding';

export function seedPeople({ database, seed: { users } }: Seeding): void {
  const names = [...new Set(users.flatMap(({ groups }) => groups ?? []))];
  names.forEach((name, place) => {
    database.sql('INSERT INTO jira_group (id, name) VALUES (?, ?)').run(uuidOf('group', place + 1), name);
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

export const seedType = (database: SiteDatabase, type: SeedIssueType, scope: number | null): number =>
  insertRow(database, 'jira_issue_type', {
    name: type.name,
    description: type.description ?? '',
    hierarchy_level: type.level ?? 0,
    scope_project_id: scope,
  });

export const seedStatus = (database: SiteDatabase, status: SeedStatus, scope: number | null): number =>
  insertRow(database, 'jira_status', {
    name: status.name,
    description: status.description ?? '',
    category: status.category,
    scope_project_id: scope,
  });

function roleNames({ projects, permissions, permissionSchemes = {} }: JiraSeed): ReadonlySet<string> {
  const granted = [permissions, ...Object.values(permissionSchemes)].flatMap((grants) => Object.values(grants).flat());
  return new Set([
    ...projects.flatMap(({ roles }) => Object.keys(roles)),
    ...granted.flatMap((holder) => ('role' in holder ? holder.role : [])),
  ]);
}

/** What is known by its name alone, and the ids that projects will have. */
export function seedNames(seeding: Seeding): void {
  const { database, seed } = seeding;
  for (const type of seed.issueTypes) seeding.types.set(type.name, seedType(database, type, null));
  for (const status of seed.statuses) seeding.statuses.set(status.name, seedStatus(database, status, null));
  seed.priorities.forEach((name, position) => {
    seeding.priorities.set(name, insertRow(database, 'jira_priority', { name, position }));
  });
  for (const name of seed.resolutions) insertRow(database, 'jira_resolution', { name });
  for (const { name, inward, outward } of seed.linkTypes ?? [])
    insertRow(database, 'jira_link_type', { name, inward, outward });
  for (const { name, description = '' } of seed.projectCategories ?? [])
    seeding.categories.set(name, insertRow(database, 'jira_project_category', { name, description }));
  for (const { key } of seed.projects) seeding.projects.set(key, nextId(database, 'jira_project'));
  for (const name of roleNames(seed)) seeding.roles.set(name, insertRow(database, 'jira_role', { name }));
}
