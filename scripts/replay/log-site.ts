import type { JiraSeed, SeedUser } from '../../devsite/jira/jira';
import { type Life, states } from './lives';

/** A Jira account for a name in the log. */
export const accountOf = (name: string): string => `log:${name.toLowerCase().replace(/\s+/g, '-')}`;

export const adminAccount = 'log:admin';
export const projectKey = 'LOG';
export const levels = ['1 - High', '2 - Medium', '3 - Low'];

/** The log's own matrix; 1,3 does not occur in it and counts as 3. https://archive.ics.uci.edu/dataset/498 */
export const logMatrix = [
  [1, 2, 3],
  [2, 3, 4],
  [3, 4, 4],
];

/** One project with everybody the log names. Anybody signed in may do what the log shows somebody did. */
export function logSite(lives: readonly Life[]): JiraSeed {
  const names = new Set(lives.flatMap((life) => [life.caller, ...life.steps.flatMap(namesIn)]));
  const people: SeedUser[] = [...names].map((name) => ({
    accountId: accountOf(name),
    displayName: name,
    groups: ['people'],
  }));
  const everybody = [{ group: 'people' }, { holder: 'app' }] as const;
  const rights = ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES', 'ASSIGN_ISSUES', 'ASSIGNABLE_USER'];
  const more = ['TRANSITION_ISSUES', 'ADD_COMMENTS', 'RESOLVE_ISSUES', 'MODIFY_REPORTER'];
  return {
    users: [{ accountId: adminAccount, displayName: 'Log admin', groups: ['people', 'site-admins'] }, ...people],
    issueTypes: [{ name: 'Incident' }],
    statuses: states.map((name) => ({ name, category: categoryOf(name) })),
    priorities: ['Highest', 'High', 'Medium', 'Low', 'Lowest'],
    resolutions: ['Done'],
    fields: [
      { name: 'Impact', type: 'select', options: levels },
      { name: 'Urgency', type: 'select', options: levels },
      { name: 'Assignment group', type: 'text' },
      { name: 'Category', type: 'text' },
    ],
    workflow: {
      name: 'Incident workflow',
      initial: 'New',
      // A row of the log may change anything at once.
      transitions: states.map((name) => ({ name, to: name, screen: 'Resolve Issue Screen' })),
    },
    projects: [
      {
        key: projectKey,
        name: 'Event log',
        type: 'business',
        lead: adminAccount,
        issueTypes: ['Incident'],
        defaultPriority: 'Medium',
        roles: {},
      },
    ],
    permissions: {
      ...Object.fromEntries([...rights, ...more].map((right) => [right, everybody])),
      ADMINISTER: [{ group: 'site-admins' }],
      ADMINISTER_PROJECTS: [{ group: 'site-admins' }],
    },
  };
}

const namesIn = ({ by, assignee, response }: Life['steps'][number]) =>
  [by, assignee, response].filter((name) => name !== undefined);

const categoryOf = (state: string) =>
  state === 'New' ? 'TODO' : state === 'Resolved' || state === 'Closed' ? 'DONE' : 'IN_PROGRESS';
