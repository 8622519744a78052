import { jira } from '../ui/ask';

export interface Dashboard {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly isWritable: boolean;
  readonly owner?: { readonly accountId: string; readonly displayName: string };
  readonly sharePermissions: readonly unknown[];
  readonly editPermissions: readonly unknown[];
}

/** Something on a dashboard; its place counts from 0. */
export interface Gadget {
  readonly id: number;
  readonly title: string;
  readonly moduleKey: string;
  readonly position: Position;
}

export interface Position {
  readonly column: number;
  readonly row: number;
}

export interface OpenDashboard {
  readonly dashboard: Dashboard;
  readonly gadgets: readonly Gadget[];
}

export const allDashboards = async (): Promise<readonly Dashboard[]> =>
  (await jira<{ dashboards: readonly Dashboard[] }>('GET', '/dashboard?maxResults=1000')).dashboards;

export async function openDashboard(id: string): Promise<OpenDashboard> {
  const [dashboard, { gadgets }] = await Promise.all([
    jira<Dashboard>('GET', `/dashboard/${id}`),
    jira<{ gadgets: readonly Gadget[] }>('GET', `/dashboard/${id}/gadget`),
  ]);
  return { dashboard, gadgets };
}

export const createDashboard = (name: string, isShared: boolean): Promise<Dashboard> =>
  jira('POST', '/dashboard', {
    name,
    sharePermissions: isShared ? [{ type: 'authenticated' }] : [],
    editPermissions: [],
  });

export const deleteDashboard = (id: string): Promise<void> => jira('DELETE', `/dashboard/${id}`);

export const addGadget = (dashboardId: string, moduleKey: string): Promise<Gadget> =>
  jira('POST', `/dashboard/${dashboardId}/gadget`, { moduleKey });

export const moveGadget = (dashboardId: string, gadget: Gadget, position: Position): Promise<void> =>
  jira('PUT', `/dashboard/${dashboardId}/gadget/${gadget.id}`, { position });

export const removeGadget = (dashboardId: string, { id }: Gadget): Promise<void> =>
  jira('DELETE', `/dashboard/${dashboardId}/gadget/${id}`);

/** Keeps what a gadget's edit view submitted. */
export const configureGadget = (dashboardId: string, { id }: Gadget, configuration: unknown): Promise<void> =>
  jira('PUT', `/dashboard/${dashboardId}/items/${id}/properties/config`, configuration ?? {});

/** What a gadget's edit view last submitted; undefined before it did. */
export async function configurationOf(dashboardId: string, { id }: Gadget): Promise<unknown> {
  const properties = `/dashboard/${dashboardId}/items/${id}/properties`;
  const { keys } = await jira<{ keys: readonly { readonly key: string }[] }>('GET', properties);
  if (!keys.some(({ key }) => key === 'config')) return undefined;
  return (await jira<{ value: unknown }>('GET', `${properties}/config`)).value;
}
