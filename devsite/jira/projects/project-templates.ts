import type { Project } from '../configuration/setup';

type Category = 'TODO' | 'IN_PROGRESS' | 'DONE';

/** Statuses in their order, each reached from any other. */
type Flow = readonly (readonly [status: string, category: Category])[];

interface TemplateType {
  readonly name: string;
  readonly level: -1 | 0 | 1;
  readonly flow: Flow;
}

/** What a project is made with. */
export interface ProjectTemplate {
  readonly type: Project['type'];
  readonly style: Project['style'];
  readonly types: readonly TemplateType[];
  /** Lists that the template brings with it for the whole site, made where there is none of the name. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

const simple: Flow = [
  ['To Do', 'TODO'],
  ['In Progress', 'IN_PROGRESS'],
  ['Done', 'DONE'],
];

const kanban: Flow = [
  ['Backlog', 'TODO'],
  ['Selected for Development', 'TODO'],
  ['In Progress', 'IN_PROGRESS'],
  ['Done', 'DONE'],
];

const approval: Flow = [
  ['Open', 'TODO'],
  ['In progress', 'IN_PROGRESS'],
  ['Under review', 'IN_PROGRESS'],
  ['Approved', 'DONE'],
  ['Cancelled', 'DONE'],
  ['Rejected', 'DONE'],
];

const tracking: Flow = [
  ['To Do', 'TODO'],
  ['Done', 'DONE'],
];

const incident: Flow = [
  ['Open', 'TODO'],
  ['Work in progress', 'IN_PROGRESS'],
  ['Pending', 'IN_PROGRESS'],
  ['Completed', 'DONE'],
  ['Canceled', 'DONE'],
  ['Closed', 'DONE'],
];

const request: Flow = [
  ['Waiting for support', 'IN_PROGRESS'],
  ['Waiting for customer', 'IN_PROGRESS'],
  ['Escalated', 'IN_PROGRESS'],
  ['Pending', 'IN_PROGRESS'],
  ['In progress', 'IN_PROGRESS'],
  ['Resolved', 'DONE'],
  ['Canceled', 'DONE'],
  ['Closed', 'DONE'],
];

const problem: Flow = [
  ['Open', 'TODO'],
  ['Under investigation', 'IN_PROGRESS'],
  ['Pending', 'IN_PROGRESS'],
  ['Completed', 'DONE'],
  ['Canceled', 'DONE'],
  ['Closed', 'DONE'],
];

const change: Flow = [
  ['Open', 'TODO'],
  ['Under review', 'IN_PROGRESS'],
  ['Awaiting CAB approval', 'IN_PROGRESS'],
  ['Awaiting implementation', 'IN_PROGRESS'],
  ['Implementing', 'IN_PROGRESS'],
  ['Completed', 'DONE'],
  ['Declined', 'DONE'],
  ['Canceled', 'DONE'],
  ['Closed', 'DONE'],
];

const typesOf = (flow: Flow, names: readonly string[], level: TemplateType['level'] = 0): readonly TemplateType[] =>
  names.map((name) => ({ name, level, flow }));

const withSubtasks = (flow: Flow, names: readonly string[], subtask = 'Sub-task'): readonly TemplateType[] => [
  ...typesOf(flow, names),
  ...typesOf(flow, [subtask], -1),
];

const software = (style: Project['style'], types: readonly TemplateType[]): ProjectTemplate => ({
  type: 'software',
  style,
  types,
  fields: {},
});

const business = (flow: Flow): ProjectTemplate => ({
  type: 'business',
  style: 'classic',
  types: withSubtasks(flow, ['Task']),
  fields: {},
});

const service = (style: Project['style'], types: readonly TemplateType[], fields = {}): ProjectTemplate => ({
  type: 'service_desk',
  style,
  types: [...types, ...withSubtasks(simple, ['Task'])],
  fields,
});

const requests = typesOf(request, ['[System] Service request', '[System] Service request with approvals']);

const itService = [
  ...typesOf(incident, ['[System] Incident']),
  ...requests,
  ...typesOf(problem, ['[System] Problem']),
  ...typesOf(change, ['[System] Change']),
];

const itFields = {
  Impact: ['Extensive / Widespread', 'Significant / Large', 'Moderate / Limited', 'Minor / Localized'],
  Urgency: ['Critical', 'High', 'Medium', 'Low'],
  'Pending reason': ['More info required', 'Awaiting approval', 'Waiting on vendor', 'Pending on change request'],
};

const epicsOver = (flow: Flow, names: readonly string[], subtask?: string): readonly TemplateType[] => [
  ...typesOf(flow, ['Epic'], 1),
  ...withSubtasks(flow, names, subtask),
];

const CORE = 'com.atlassian.jira-core-project-templates:jira-core-simplified-';
const SOFTWARE = 'com.pyxis.greenhopper.jira:gh-simplified-';
const SERVICE = 'com.atlassian.servicedesk:';

const named = (prefix: string, names: readonly string[], template: ProjectTemplate) =>
  names.map((name) => [prefix + name, template] as const);

const desks = [
  'internal',
  'external',
  'hr',
  'facilities',
  'legal',
  'marketing',
  'finance',
  'analytics',
  'design',
  'sales',
];

/**
 * By key. The keys are Jira's; what the templates make stands close to what Jira makes with them.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-post (2026-11)
 */
export const projectTemplates: ReadonlyMap<string, ProjectTemplate> = new Map([
  ...named(SOFTWARE, ['kanban-classic'], software('classic', epicsOver(kanban, ['Story', 'Task', 'Bug']))),
  ...named(SOFTWARE, ['scrum-classic'], software('classic', epicsOver(simple, ['Story', 'Task', 'Bug']))),
  ...named(SOFTWARE, ['basic'], software('classic', epicsOver(simple, ['Task']))),
  ...named(SOFTWARE, ['agility-kanban'], software('next-gen', epicsOver(simple, ['Task'], 'Subtask'))),
  ...named(SOFTWARE, ['agility-scrum'], software('next-gen', epicsOver(simple, ['Story', 'Task', 'Bug'], 'Subtask'))),
  ...named(CORE, ['project-management', 'content-management', 'lead-tracking', 'recruitment'], business(simple)),
  ...named(CORE, ['process-control', 'document-approval', 'procurement'], business(approval)),
  ...named(CORE, ['task-tracking'], business(tracking)),
  ...named(
    SERVICE,
    ['it-service-management', 'it-service-management-basic', 'it-service-management-operations'].map(
      (name) => `simplified-${name}`,
    ),
    service('classic', itService, itFields),
  ),
  ...named(
    SERVICE,
    ['general', ...desks].map((name) => `simplified-${name}-service-desk`),
    service('classic', requests),
  ),
  ...named(SERVICE, ['next-gen-it-service-desk'], service('next-gen', itService)),
  ...named(
    SERVICE,
    ['general', ...desks.slice(2)].map((name) => `next-gen-${name}-service-desk`),
    service('next-gen', requests),
  ),
]);

/** What a project is made with that names a type and no template. */
export const usualTemplate: Readonly<Record<Project['type'], string>> = {
  software: `${SOFTWARE}kanban-classic`,
  business: `${CORE}project-management`,
  service_desk: `${SERVICE}simplified-it-service-management`,
};
