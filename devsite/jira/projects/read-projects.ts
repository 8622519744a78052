import type { SiteDatabase } from '../../database';
import type { ProjectSchemes } from '../configuration/configuration';
import { describedIn, grouped, readAll, type SetupRow } from '../configuration/read-rows';
import type { Component, Project, RoleActor, Setup } from '../configuration/setup';

const schemesIn = (row: SetupRow): ProjectSchemes => ({
  workflowSchemeId: row.workflow_scheme_id,
  issueTypeSchemeId: row.issue_type_scheme_id,
  issueTypeScreenSchemeId: row.issue_type_screen_scheme_id,
  permissionSchemeId: row.permission_scheme_id,
});

const actor = (row: SetupRow): RoleActor => ({
  roleId: row.role_id,
  accountId: row.account_id,
  groupName: row.group_name,
});

const component = (row: SetupRow): Component => ({
  ...describedIn(row),
  lead: row.lead ?? undefined,
  assigneeType: row.assignee_type,
});

type Parts = Pick<Project, 'issueTypeIds' | 'roles' | 'components'>;

function project(row: SetupRow, parts: Parts): Project {
  return {
    ...describedIn(row),
    key: row.key,
    type: row.type,
    style: row.style,
    schemes: schemesIn(row),
    categoryId: row.category_id ?? undefined,
    url: row.url ?? undefined,
    assigneeType: row.assignee_type,
    state: row.state,
    stateAt: row.state_at ?? undefined,
    stateBy: row.state_by ?? undefined,
    blocksApp: row.blocks_app === 1,
    lead: row.lead,
    defaultPriorityId: row.default_priority_id ?? undefined,
    ...parts,
  };
}

export function readProjects(database: SiteDatabase, schemes: Setup['issueTypeSchemes']): Setup['projects'] {
  const actors = grouped(database.sql('SELECT * FROM jira_role_actor ORDER BY rowid').all(), 'project_id');
  const components = grouped(database.sql('SELECT * FROM jira_component ORDER BY name, id').all(), 'project_id');
  return readAll(database, 'jira_project', (row) =>
    project(row, {
      issueTypeIds: schemes.get(row.issue_type_scheme_id)?.issueTypeIds ?? [],
      roles: actors(row.id).map(actor),
      components: components(row.id).map(component),
    }),
  );
}
