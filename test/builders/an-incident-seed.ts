import type { JiraSeed } from '../../devsite/jira/jira';
import { adminAccount } from '../../scripts/replay/log-site';

/** May administer the site; leads no project. */
export const admin = adminAccount;

export const levels = ['1 - High', '2 - Medium', '3 - Low'];
const priorities = ['Highest', 'High', 'Medium', 'Low', 'Lowest'];
export const statuses = ['New', 'In Progress', 'Awaiting User Info', 'Awaiting Vendor', 'Resolved', 'Closed'];

const desk = [{ role: 'Desk' }, { holder: 'app' }] as const;
const everybody = [...desk, { role: 'Callers' }] as const;

const categoryOf = (status: string) =>
  status === 'New' ? 'TODO' : status === 'Resolved' || status === 'Closed' ? 'DONE' : 'IN_PROGRESS';

/** Lena leads, Abel and Bea work, Carl and Cora call, Otto belongs to nothing. Any status leads to any other. */
export const anIncidentSeed = (changed: Partial<JiraSeed> = {}): JiraSeed => ({
  users: [
    { accountId: admin, displayName: 'Admin', groups: ['site-admins'] },
    { accountId: 'lena', displayName: 'Lena Lead', groups: ['desk'] },
    { accountId: 'abel', displayName: 'Abel Agent', groups: ['desk'] },
    { accountId: 'bea', displayName: 'Bea Agent', groups: ['desk'] },
    { accountId: 'carl', displayName: 'Carl Caller', groups: ['callers'] },
    { accountId: 'cora', displayName: 'Cora Caller', groups: ['callers'] },
    { accountId: 'otto', displayName: 'Otto Outside' },
  ],
  issueTypes: [{ name: 'Incident' }, { name: 'Task' }],
  statuses: statuses.map((name) => ({ name, category: categoryOf(name) })),
  priorities,
  resolutions: ['Done'],
  fields: [
    { name: 'Impact', type: 'select', options: levels },
    { name: 'Urgency', type: 'select', options: levels },
    { name: 'Category', type: 'text' },
  ],
  workflow: { name: 'Ways', initial: 'New', transitions: statuses.map((name) => ({ name, to: name })) },
  projects: [
    {
      key: 'OPS',
      name: 'Operations',
      type: 'software',
      lead: 'lena',
      issueTypes: ['Incident', 'Task'],
      defaultPriority: 'Medium',
      roles: { Desk: [{ group: 'desk' }, { group: 'site-admins' }], Callers: [{ group: 'callers' }] },
    },
  ],
  permissions: {
    BROWSE_PROJECTS: everybody,
    CREATE_ISSUES: everybody,
    ADD_COMMENTS: everybody,
    EDIT_OWN_COMMENTS: everybody,
    EDIT_ISSUES: desk,
    ASSIGN_ISSUES: desk,
    ASSIGNABLE_USER: desk,
    TRANSITION_ISSUES: desk,
    RESOLVE_ISSUES: desk,
    DELETE_ISSUES: desk,
    ADMINISTER: [{ group: 'site-admins' }],
  },
  ...changed,
});
