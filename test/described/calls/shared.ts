import { moduleKey, POST } from '../a-described-site';
import type { Calls } from '../described';

const filter = { id: 10000 };
const share = { ...filter, permissionId: 10000 };
const dashboard = { id: 10000 };
const gadget = { dashboardId: 10000, gadgetId: 10000 };
const property = { dashboardId: 10000, itemId: 10000, propertyKey: 'seen' };
const written = { name: 'All letters', description: 'Every letter', jql: 'type = Letter' };
const auditors = {
  name: 'Auditors',
  description: 'For auditors',
  sharePermissions: [{ type: 'authenticated' }],
  editPermissions: [],
};

/** Filters and dashboards. */
export const sharedCalls: Calls = {
  createFilter: () => ({ body: written }),
  getMyFilters: () => ({}),
  getFavouriteFilters: () => ({}),
  getFilter: () => ({ path: filter }),
  updateFilter: () => ({ path: filter, body: written }),
  deleteFilter: () => ({ path: filter }),
  changeFilterOwner: () => ({ path: filter, body: { accountId: 'ada' } }),
  setFavouriteForFilter: () => ({ path: filter }),
  deleteFavouriteForFilter: () => ({ path: filter }),
  getFiltersPaginated: () => ({
    query: {
      expand:
        'description,favourite,favouritedCount,jql,owner,searchUrl,sharePermissions,editPermissions,isWritable,' +
        'approximateLastUsed,subscriptions,viewUrl',
    },
  }),
  getColumns: ({ make }) => {
    make('/filter/10000/columns', { columns: ['summary', 'status'] }, 'PUT');
    return { path: filter };
  },
  setColumns: () => ({ path: filter, body: { columns: ['summary', 'status'] } }),
  resetColumns: () => ({ path: filter }),
  getSharePermissions: () => ({ path: filter }),
  getSharePermission: () => ({ path: share }),
  addSharePermission: () => ({ path: filter, body: { type: 'project', projectId: POST, rights: 1 } }),
  deleteSharePermission: () => ({ path: share }),
  getAllDashboards: ({ make }) => {
    for (const name of ['First', 'Second']) make('/dashboard', { ...auditors, name });
    return { query: { startAt: 1, maxResults: 1 } };
  },
  createDashboard: () => ({ body: auditors }),
  getDashboardsPaginated: () => ({
    query: {
      expand: 'description,owner,viewUrl,favourite,favouritedCount,sharePermissions,editPermissions,isWritable',
    },
  }),
  getAllAvailableDashboardGadgets: () => ({}),
  getDashboard: () => ({ path: dashboard }),
  updateDashboard: () => ({ path: dashboard, body: auditors }),
  deleteDashboard: () => ({ path: dashboard }),
  getAllGadgets: () => ({ path: gadget }),
  addGadget: () => ({
    path: gadget,
    body: { moduleKey: moduleKey('parcels'), color: 'blue', position: { column: 1, row: 0 }, title: 'More parcels' },
  }),
  updateGadget: () => ({ path: gadget, body: { color: 'red', position: { column: 1, row: 1 }, title: 'Red parcels' } }),
  removeGadget: () => ({ path: gadget }),
  getDashboardItemPropertyKeys: () => ({ path: property }),
  getDashboardItemProperty: () => ({ path: property }),
  setDashboardItemProperty: () => ({ path: property, body: { by: 'ada' } }),
  deleteDashboardItemProperty: () => ({ path: property }),
};
