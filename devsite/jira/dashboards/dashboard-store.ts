import { maySee, mayWrite, type Share } from '../filters/filter-store';
import type { World } from '../world';

export interface Dashboard {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly owner: string;
  readonly shares: readonly Share[];
  readonly editors: readonly Share[];
}

interface DashboardRow {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly owner: string;
  readonly share_json: string;
  readonly edit_json: string;
}

const dashboardOf = ({ share_json, edit_json, ...row }: DashboardRow): Dashboard => ({
  ...row,
  shares: JSON.parse(share_json),
  editors: JSON.parse(edit_json),
});

/** The dashboards that an account may see, by name. */
export const visibleDashboards = (world: World, accountId: string): readonly Dashboard[] =>
  world.database
    .sql('SELECT * FROM jira_dashboard ORDER BY lower(name), id')
    .all<DashboardRow>()
    .map(dashboardOf)
    .filter((dashboard) => maySee(world, accountId, dashboard));

export function dashboardById(world: World, accountId: string, id: string): Dashboard | undefined {
  const row = /^\d+$/.test(id)
    ? world.database.sql('SELECT * FROM jira_dashboard WHERE id = ?').get<DashboardRow>(Number(id))
    : undefined;
  const dashboard = row && dashboardOf(row);
  return dashboard && maySee(world, accountId, dashboard) ? dashboard : undefined;
}

export const mayChange = (world: World, accountId: string, dashboard: Dashboard): boolean =>
  mayWrite(world, accountId, dashboard);

/** Writes a dashboard; without an id it gets the next. */
export function keepDashboard(
  { database }: World,
  { id, name, description, owner, shares, editors }: Omit<Dashboard, 'id'> & { readonly id?: number },
): Dashboard {
  const row = database
    .sql(
      `INSERT INTO jira_dashboard (id, name, description, owner, share_json, edit_json) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, description = excluded.description,
      share_json = excluded.share_json, edit_json = excluded.edit_json RETURNING *`,
    )
    .get<DashboardRow>(id ?? null, name, description, owner, JSON.stringify(shares), JSON.stringify(editors));
  return dashboardOf(row as DashboardRow);
}

export function dropDashboard({ database }: World, { id }: Dashboard): void {
  const within = 'SELECT id FROM jira_gadget WHERE dashboard_id = ?';
  database.sql(`DELETE FROM jira_gadget_property WHERE gadget_id IN (${within})`).run(id);
  database.sql('DELETE FROM jira_gadget WHERE dashboard_id = ?').run(id);
  database.sql('DELETE FROM jira_dashboard WHERE id = ?').run(id);
}
