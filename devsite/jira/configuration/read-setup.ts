import type { SiteDatabase } from '../../database';
import { readCustomFields } from '../fields/read-fields';
import { readProjects } from '../projects/read-projects';
import { readConfiguration } from './read-configuration';
import { describedIn, grouped, readAll, type SetupRow, scopeIn } from './read-rows';
import type { Grant, Setup } from './setup';

function usersOf(database: SiteDatabase): Setup['users'] {
  const rows = database.sql('SELECT * FROM jira_user ORDER BY rowid').all<SetupRow>();
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
  const membersOf = grouped(database.sql('SELECT * FROM jira_group_member').all(), 'group_name');
  const groups = database.sql('SELECT id, name FROM jira_group ORDER BY name').all<{ id: string; name: string }>();
  return new Map(
    groups.map(({ id, name }) => [name, { id, members: new Set(membersOf(name).map((row) => row.account_id)) }]),
  );
}

const grant = ({ id, scheme_id, permission, holder, parameter }: SetupRow): Grant => ({
  id,
  schemeId: scheme_id,
  permission,
  holder,
  parameter,
});

type Named = Pick<Setup, 'roles' | 'issueTypes' | 'statuses' | 'priorities' | 'resolutions' | 'linkTypes'>;

const readNamed = (database: SiteDatabase): Named => ({
  roles: readAll(database, 'jira_role', describedIn),
  issueTypes: readAll(database, 'jira_issue_type', (row) => ({
    ...describedIn(row),
    ...scopeIn(row),
    hierarchyLevel: row.hierarchy_level,
  })),
  statuses: readAll(database, 'jira_status', (row) => ({
    ...describedIn(row),
    ...scopeIn(row),
    category: row.category,
  })),
  priorities: readAll(
    database,
    'jira_priority',
    (row) => ({
      ...describedIn(row),
      position: row.position,
      colour: row.colour ?? undefined,
      iconPath: row.icon_path ?? undefined,
    }),
    'position',
  ),
  resolutions: readAll(database, 'jira_resolution', describedIn),
  linkTypes: readAll(database, 'jira_link_type', ({ id, name, inward, outward }) => ({ id, name, inward, outward })),
});

export function readSetup(database: SiteDatabase): Setup {
  const configuration = readConfiguration(database);
  return {
    users: usersOf(database),
    groups: groupsOf(database),
    ...readNamed(database),
    ...configuration,
    fields: readCustomFields(database),
    projectCategories: readAll(database, 'jira_project_category', describedIn),
    projects: readProjects(database, configuration.issueTypeSchemes),
    grants: [...readAll(database, 'jira_permission', grant).values()],
  };
}
