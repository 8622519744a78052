import type { SiteDatabase } from '../database';
import type { Json } from './json';
import type { Grant, IssueType, LinkType, Named, Option, Priority, Setup, Status } from './setup';

type Rows = Record<string, Json>[];

const byId = <Thing extends { id: number }>(things: readonly Thing[]): Map<number, Thing> =>
  new Map(things.map((thing) => [thing.id, thing]));

function usersOf(database: SiteDatabase): Setup['users'] {
  const rows = database.sql('SELECT * FROM jira_user ORDER BY rowid').all<Rows[number]>();
  return new Map(
    rows.map((row) => [
      row.account_id,
      {
        accountId: row.account_id,
        displayName: row.display_name,
        email: row.email,
        timeZone: row.time_zone,
        accountType: row.account_type,
        active: row.active === 1,
      },
    ]),
  );
}

function groupsOf(database: SiteDatabase): Setup['groups'] {
  const members = database.sql('SELECT * FROM jira_group_member').all<{ group_name: string; account_id: string }>();
  const groups = database.sql('SELECT id, name FROM jira_group ORDER BY name').all<{ id: string; name: string }>();
  const membersOf = (name: string) => members.filter((row) => row.group_name === name).map((row) => row.account_id);
  return new Map(groups.map(({ id, name }) => [name, { id, members: new Set(membersOf(name)) }]));
}

function fieldsOf(database: SiteDatabase): Setup['fields'] {
  const options = database
    .sql('SELECT id, field_id, value FROM jira_option ORDER BY position')
    .all<Option & { field_id: string }>();
  const rows = database.sql('SELECT * FROM jira_field ORDER BY position').all<Rows[number]>();
  return new Map(
    rows.map(({ id, name, type, app_key }) => [
      id,
      {
        id,
        name,
        type,
        appKey: app_key ?? undefined,
        options: options
          .filter((option) => option.field_id === id)
          .map((option) => ({ id: option.id, value: option.value })),
      },
    ]),
  );
}

function projectsOf(database: SiteDatabase): Setup['projects'] {
  const actors = database.sql('SELECT * FROM jira_role_actor').all<Rows[number]>();
  const rows = database.sql('SELECT * FROM jira_project ORDER BY id').all<Rows[number]>();
  const rolesOf = (id: number) =>
    actors
      .filter((actor) => actor.project_id === id)
      .map((actor) => ({ roleId: actor.role_id, accountId: actor.account_id, groupName: actor.group_name }));
  return new Map(
    rows.map(({ id, key, name, type, lead, default_priority_id, issue_types_json }) => [
      id,
      {
        id,
        key,
        name,
        type,
        lead,
        defaultPriorityId: default_priority_id ?? undefined,
        issueTypeIds: JSON.parse(issue_types_json),
        roles: rolesOf(id),
      },
    ]),
  );
}

function transitionsOf(database: SiteDatabase): Setup['transitions'] {
  const rows = database.sql('SELECT * FROM jira_transition ORDER BY id').all<Rows[number]>();
  return byId(
    rows.map(({ id, name, from_json, to_status_id }) => ({
      id: id as number,
      name,
      from: from_json === null ? undefined : JSON.parse(from_json),
      to: to_status_id,
    })),
  );
}

export function readSetup(database: SiteDatabase): Setup {
  const all = <Thing extends { id: number }>(table: string, order = 'id') =>
    byId(database.sql(`SELECT * FROM ${table} ORDER BY ${order}`).all<Thing>());
  const workflow = database.sql('SELECT name, initial_status_id FROM jira_workflow').get<Rows[number]>();
  return {
    users: usersOf(database),
    groups: groupsOf(database),
    roles: all<Named>('jira_role'),
    issueTypes: all<IssueType>('jira_issue_type'),
    statuses: all<Status>('jira_status'),
    priorities: all<Priority>('jira_priority', 'position'),
    resolutions: all<Named>('jira_resolution'),
    fields: fieldsOf(database),
    workflow: { name: workflow?.name ?? '', initialStatusId: workflow?.initial_status_id ?? 0 },
    transitions: transitionsOf(database),
    linkTypes: all<LinkType>('jira_link_type'),
    projects: projectsOf(database),
    grants: database.sql('SELECT * FROM jira_permission ORDER BY id').all<Grant>(),
  };
}
