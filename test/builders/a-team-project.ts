import type { JiraSeed, SeedProject } from '../../devsite/jira/jira';
import { aSeed } from './a-jira';

/** A project that its team manages: of its own are the type Idea, two statuses and the field Mood. */
const aTeamProject: SeedProject = {
  key: 'TEAM',
  name: 'The team',
  type: 'software',
  lead: 'ada',
  issueTypes: [],
  roles: { Clerks: [{ group: 'staff' }] },
  own: {
    issueTypes: [{ name: 'Idea' }],
    statuses: [
      { name: 'Thought of', category: 'TODO' },
      { name: 'Made', category: 'DONE' },
    ],
    fields: [{ name: 'Mood', type: 'select', options: ['Good', 'Bad'] }],
    workflow: { name: 'Making', initial: 'Thought of', transitions: [{ name: 'Make', to: 'Made' }] },
  },
};

/** The usual site with a team-managed project, TEAM, whose id is 10002. */
export const aSeedWithATeam: JiraSeed = { ...aSeed, projects: [...aSeed.projects, aTeamProject] };
