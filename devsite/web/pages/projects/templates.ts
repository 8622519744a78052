/** What a project can be made from. */
interface Template {
  readonly key: string;
  readonly type: string;
  readonly name: string;
}

const software = 'com.pyxis.greenhopper.jira:gh-simplified-';
const core = 'com.atlassian.jira-core-project-templates:jira-core-simplified-';
const service = 'com.atlassian.servicedesk:';

/** The keys are Jira's: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/ (2026-11) */
export const templates: readonly Template[] = [
  { key: `${service}simplified-it-service-management`, type: 'service_desk', name: 'IT service management' },
  { key: `${service}next-gen-it-service-desk`, type: 'service_desk', name: 'IT service desk, team-managed' },
  { key: `${service}simplified-general-service-desk`, type: 'service_desk', name: 'General service desk' },
  { key: `${software}kanban-classic`, type: 'software', name: 'Kanban' },
  { key: `${software}scrum-classic`, type: 'software', name: 'Scrum' },
  { key: `${software}agility-kanban`, type: 'software', name: 'Kanban, team-managed' },
  { key: `${software}agility-scrum`, type: 'software', name: 'Scrum, team-managed' },
  { key: `${core}project-management`, type: 'business', name: 'Project management' },
  { key: `${core}task-tracking`, type: 'business', name: 'Task tracking' },
];
