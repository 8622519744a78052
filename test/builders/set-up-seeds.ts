import type { JiraSeed } from '../../devsite/jira/jira';
import { admin } from './an-incident-seed';

const everybody = [{ group: 'people' }, { holder: 'app' }] as const;

const permissions: JiraSeed['permissions'] = {
  ...Object.fromEntries(
    [
      'BROWSE_PROJECTS',
      'CREATE_ISSUES',
      'EDIT_ISSUES',
      'ADD_COMMENTS',
      'ASSIGN_ISSUES',
      'ASSIGNABLE_USER',
      'TRANSITION_ISSUES',
      'RESOLVE_ISSUES',
      'DELETE_ISSUES',
      'LINK_ISSUES',
      'ADMINISTER_PROJECTS',
    ].map((permission) => [permission, everybody]),
  ),
  ADMINISTER: [{ group: 'site-admins' }],
};

/** A Jira that has just been bought: tasks, three statuses, and nobody's project. */
export const anEmptySeed = (): JiraSeed => ({
  users: [
    { accountId: admin, displayName: 'Ada Admin', groups: ['site-admins', 'people'] },
    { accountId: 'abel', displayName: 'Abel Agent', groups: ['people'], timeZone: 'Europe/Berlin' },
  ],
  issueTypes: [{ name: 'Task' }],
  statuses: [
    { name: 'To Do', category: 'TODO' },
    { name: 'In Progress', category: 'IN_PROGRESS' },
    { name: 'Done', category: 'DONE' },
  ],
  priorities: ['Highest', 'High', 'Medium', 'Low', 'Lowest'],
  resolutions: ['Done', "Won't Do"],
  fields: [],
  workflow: {
    name: 'Simple',
    initial: 'To Do',
    transitions: ['To Do', 'In Progress', 'Done'].map((name) => ({ name, to: name })),
  },
  linkTypes: [{ name: 'Blocks', inward: 'is blocked by', outward: 'blocks' }],
  projects: [],
  permissions,
});

/**
 * A Jira that others have furnished: incidents of its own with odd statuses, four priorities, a field called Impact that
 * is a text, an urgency of four, and a team that manages its incidents by itself.
 */
export const aLivedInSeed = (): JiraSeed => ({
  ...anEmptySeed(),
  issueTypes: [{ name: 'Task' }, { name: 'Incident', description: 'Something is broken.' }, { name: 'Bug' }],
  statuses: [
    { name: 'To Do', category: 'TODO' },
    { name: 'In Progress', category: 'IN_PROGRESS' },
    { name: 'Done', category: 'DONE' },
    { name: 'Triage', category: 'TODO' },
    { name: 'Fixing', category: 'IN_PROGRESS' },
    { name: 'Waiting for vendor', category: 'IN_PROGRESS' },
    { name: 'Resolved', category: 'IN_PROGRESS' },
    { name: 'Archived', category: 'DONE' },
  ],
  priorities: ['Blocker', 'Major', 'Normal', 'Trivial'],
  fields: [
    { name: 'Impact', type: 'text' },
    { name: 'Urgency', type: 'select', options: ['Critical', 'High', 'Medium', 'Low'] },
    { name: 'Vendor', type: 'text' },
  ],
  workflows: [
    {
      name: 'Repairs',
      initial: 'Triage',
      transitions: ['Triage', 'Fixing', 'Waiting for vendor', 'Resolved', 'Archived'].map((name) => ({
        name,
        to: name,
        screen: null,
      })),
    },
  ],
  projects: [
    {
      key: 'OPS',
      name: 'Operations',
      type: 'software',
      lead: admin,
      issueTypes: ['Incident', 'Task'],
      roles: {},
      typeWorkflows: { Incident: 'Repairs' },
    },
    { key: 'DEV', name: 'Development', type: 'software', lead: admin, issueTypes: ['Bug', 'Task'], roles: {} },
    {
      key: 'TEAM',
      name: 'A team of its own',
      type: 'software',
      lead: admin,
      issueTypes: [],
      roles: {},
      own: {
        issueTypes: [{ name: 'Incident' }, { name: 'Story' }],
        statuses: [
          { name: 'Open', category: 'TODO' },
          { name: 'On hold', category: 'IN_PROGRESS' },
          { name: 'Fixed', category: 'DONE' },
        ],
        workflow: {
          name: 'Team',
          initial: 'Open',
          transitions: ['Open', 'On hold', 'Fixed'].map((name) => ({ name, to: name })),
        },
      },
    },
  ],
});
