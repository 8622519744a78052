import type { JiraSeed, SeedHolder } from '../../devsite/jira/jira';
import { admin, cast, deskManager, platformManager, type Role, roles } from './cast';
import { categories, services } from './incident-texts';

export const levels = ['1 - High', '2 - Medium', '3 - Low'] as const;

const held = (...by: readonly Role[]): readonly SeedHolder[] => by.map((role) => ({ role }));
const everybody = [...held(...roles), { holder: 'app' }] as const;
const desk = [...held('Administrators', 'Service desk agents', 'Incident managers'), { holder: 'app' }] as const;

const permissions: JiraSeed['permissions'] = {
  BROWSE_PROJECTS: everybody,
  CREATE_ISSUES: everybody,
  ADD_COMMENTS: everybody,
  EDIT_OWN_COMMENTS: everybody,
  DELETE_OWN_COMMENTS: everybody,
  EDIT_ISSUES: desk,
  ASSIGN_ISSUES: desk,
  ASSIGNABLE_USER: held('Administrators', 'Service desk agents', 'Incident managers'),
  // Whoever reported an incident may open it again.
  TRANSITION_ISSUES: [...desk, { holder: 'reporter' }],
  RESOLVE_ISSUES: desk,
  CLOSE_ISSUES: desk,
  LINK_ISSUES: desk,
  SCHEDULE_ISSUES: desk,
  MODIFY_REPORTER: desk,
  EDIT_ALL_COMMENTS: held('Administrators', 'Incident managers'),
  DELETE_ALL_COMMENTS: held('Administrators'),
  DELETE_ISSUES: held('Administrators'),
  ADMINISTER_PROJECTS: held('Administrators'),
  ADMINISTER: [{ group: 'site-admins' }],
};

const roleMembers = Object.fromEntries(
  roles.map((role) => [role, cast.filter((one) => one.role === role).map(({ accountId }) => ({ user: accountId }))]),
);

const open = ['New', 'In progress', 'Awaiting customer', 'Awaiting supplier', 'Awaiting change'];
const waiting = open.filter((name) => name.startsWith('Awaiting'));

/** What an admin set up before the app came. */
export const storySite: JiraSeed = {
  users: cast.map(({ role: _, ...user }) => user),
  issueTypes: [
    { name: 'Incident', description: 'Something that worked does not, or not well enough.' },
    { name: 'Task', description: 'A piece of work.' },
    { name: 'Bug', description: 'A fault in our own software.' },
  ],
  statuses: [
    { name: 'New', category: 'TODO' },
    { name: 'In progress', category: 'IN_PROGRESS' },
    ...waiting.map((name) => ({ name, category: 'IN_PROGRESS' as const })),
    { name: 'Resolved', category: 'DONE' },
    { name: 'Closed', category: 'DONE' },
  ],
  priorities: ['Highest', 'High', 'Medium', 'Low', 'Lowest'],
  resolutions: ['Done', "Won't do", 'Duplicate', 'Cannot reproduce'],
  fields: [
    { name: 'Impact', type: 'select', options: levels },
    { name: 'Urgency', type: 'select', options: levels },
    { name: 'Category', type: 'select', options: categories },
    { name: 'Affected service', type: 'select', options: services },
  ],
  workflow: {
    name: 'Service workflow',
    initial: 'New',
    transitions: [
      { name: 'Start work', from: ['New'], to: 'In progress' },
      { name: 'Ask the customer', from: ['New', 'In progress'], to: 'Awaiting customer' },
      { name: 'Hand to the supplier', from: ['New', 'In progress'], to: 'Awaiting supplier' },
      { name: 'Wait for a change', from: ['New', 'In progress'], to: 'Awaiting change' },
      { name: 'Resume work', from: waiting, to: 'In progress' },
      { name: 'Resolve', from: open, to: 'Resolved' },
      { name: 'Close', from: ['Resolved'], to: 'Closed' },
      { name: 'Reopen', from: ['Resolved', 'Closed'], to: 'In progress' },
    ],
  },
  linkTypes: [
    { name: 'Relates', inward: 'relates to', outward: 'relates to' },
    { name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
    { name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' },
  ],
  projects: [
    {
      key: 'DESK',
      name: 'IT service desk',
      type: 'business',
      lead: deskManager.accountId,
      issueTypes: ['Incident', 'Task'],
      defaultPriority: 'Medium',
      roles: roleMembers,
    },
    {
      key: 'PLAT',
      name: 'Digital platform',
      type: 'software',
      lead: platformManager.accountId,
      issueTypes: ['Incident', 'Task', 'Bug'],
      defaultPriority: 'Medium',
      roles: roleMembers,
    },
  ],
  permissions,
};

/** Who installs the app. */
export const adminAccountId = admin.accountId;
