import type { JiraSeed } from '../../devsite/jira/jira';
import { aSmallSeed } from './a-small-jira';

const small = aSmallSeed();

/** The small Jira after years of other people's choices: ann also administers Jira. */
export const aLivedInSeed = (changed: Partial<JiraSeed> = {}): JiraSeed => ({
  ...small,
  issueTypes: [...small.issueTypes, { name: 'Step', level: -1 }],
  fields: [
    ...small.fields,
    {
      name: 'Colour',
      type: 'select',
      contexts: [
        { name: 'Everywhere', options: ['Red', 'Green'], default: 'Green' },
        {
          name: 'Incidents of OPS',
          projects: ['OPS'],
          issueTypes: ['Incident'],
          options: ['Red', 'Old'],
          disabled: ['Old'],
        },
      ],
    },
  ],
  workflows: [
    {
      name: 'Tasks',
      initial: 'Active',
      transitions: [
        { name: 'Finish', from: ['Active'], to: 'Closed', screen: 'Closing' },
        { name: 'Again', from: ['Closed'], to: 'Active' },
      ],
    },
  ],
  screens: { Closing: ['resolution', 'Note'], Short: ['summary', 'priority'] },
  projectCategories: [{ name: 'Inside', description: 'For ourselves' }],
  permissions: { ...small.permissions, ADMINISTER: [{ user: 'ann' }], ADMINISTER_PROJECTS: [{ role: 'Lead' }] },
  permissionSchemes: {
    'For all to read': {
      BROWSE_PROJECTS: [{ holder: 'anyone' }],
      CREATE_ISSUES: [{ group: 'staff' }],
      EDIT_ISSUES: [{ user: 'bob' }],
    },
  },
  projects: [
    {
      ...small.projects[0]!,
      issueTypes: ['Incident', 'Task', 'Step'],
      typeWorkflows: { Task: 'Tasks' },
      category: 'Inside',
    },
    { ...small.projects[1]!, screens: { create: 'Short' }, permissionScheme: 'For all to read' },
    {
      key: 'TEAM',
      name: 'The team',
      type: 'software',
      lead: 'bob',
      issueTypes: [],
      roles: { Staff: [{ group: 'staff' }], Lead: [{ user: 'bob' }] },
      own: {
        issueTypes: [{ name: 'Ticket' }],
        statuses: [
          { name: 'Open', category: 'TODO' },
          { name: 'Shut', category: 'DONE' },
        ],
        fields: [{ name: 'Mood', type: 'select', options: ['Good', 'Bad'] }],
        workflow: { name: 'Team workflow', initial: 'Open', transitions: [{ name: 'Shut it', to: 'Shut' }] },
      },
    },
  ],
  ...changed,
});
