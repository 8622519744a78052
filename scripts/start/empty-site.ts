import type { JiraSeed, SeedUser } from '../../devsite/jira/jira';

/** What everybody may do in any project, and the app. */
const open = [
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
];

/** A Jira that has just been bought: tasks, three statuses, and nobody's project; its people are in the group `everybody`. */
export function emptySite(users: readonly SeedUser[], everybody: string): JiraSeed {
  const holders = [{ group: everybody }, { holder: 'app' }] as const;
  return {
    users,
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
    permissions: {
      ...Object.fromEntries(open.map((permission) => [permission, holders])),
      ADMINISTER: [{ group: 'site-admins' }],
    },
  };
}
