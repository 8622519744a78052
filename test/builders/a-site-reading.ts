import type { FieldReading, ProjectReading, SiteReading } from '@fettle/set-up/domain/reading';

/** A Jira site on which nobody has made anything yet. */
export const anEmptySite = (changed: Partial<SiteReading> = {}): SiteReading => ({
  issueTypes: [{ id: '1', name: 'Task', description: '', isSubtask: false, projectId: undefined }],
  fields: [],
  linkTypes: [{ id: '1', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' }],
  statuses: [
    { id: '1', name: 'To Do', description: '', category: 'TODO', projectId: undefined },
    { id: '2', name: 'In Progress', description: '', category: 'IN_PROGRESS', projectId: undefined },
    { id: '3', name: 'Done', description: '', category: 'DONE', projectId: undefined },
  ],
  priorities: ['Highest', 'High', 'Medium', 'Low', 'Lowest'].map((name, place) => ({ id: String(place + 1), name })),
  workflows: [],
  issueTypeSchemes: [],
  ownScreenIds: [],
  screens: [],
  screenSchemes: [],
  typeScreenSchemes: [],
  workflowSchemes: [],
  projects: [],
  resolutionId: '10000',
  ruleKey: 'ari:cloud:ecosystem::extension/app/environment/static/pending-reason-given',
  ...changed,
});

export const aField = (changed: Partial<FieldReading> & Pick<FieldReading, 'id' | 'name'>): FieldReading => ({
  description: '',
  type: 'select',
  projectId: undefined,
  contexts: [],
  ...changed,
});

export const options = (...values: readonly string[]): FieldReading['contexts'] => [
  { id: '1', options: values.map((value, place) => ({ id: String(100 + place), value })) },
];

export const aProject = (changed: Partial<ProjectReading> = {}): ProjectReading => ({
  id: '10000',
  key: 'OPS',
  name: 'Operations',
  description: '',
  style: 'company-managed',
  issueTypeIds: ['1'],
  ...changed,
});
