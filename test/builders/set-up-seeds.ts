import type { JiraSeed } from '../../devsite/jira/jira';
import { emptySite } from '../../scripts/start/empty-site';
import { admin } from './an-incident-seed';

/** A Jira that has just been bought, with an admin and an agent. */
export const anEmptySeed = (): JiraSeed =>
  emptySite(
    [
      { accountId: admin, displayName: 'Ada Admin', groups: ['site-admins', 'people'] },
      { accountId: 'abel', displayName: 'Abel Agent', groups: ['people'], timeZone: 'Europe/Berlin' },
    ],
    'people',
  );

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
