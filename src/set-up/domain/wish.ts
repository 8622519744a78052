import type { FieldType, StatusCategory } from './reading';

/** What incidents, problems, changes and requests need of a Jira site, by the names of ITIL 4. */

/** Ends every description of what the app made: by it a later run knows its own. */
export const marker = 'Made by Fettle.';

export const marked = (text: string): string => `${text} ${marker}`;

export interface WantedType {
  readonly id: `type:${string}`;
  readonly name: string;
  readonly text: string;
  /** Other names under which organisations keep it, in lower case. */
  readonly alsoCalled: readonly string[];
}

export const wantedTypes: readonly WantedType[] = [
  {
    id: 'type:incident',
    name: 'Incident',
    text: 'An unplanned interruption or loss of quality of a service.',
    alsoCalled: ['[system] incident', 'it incident', 'service incident', 'incident report', 'fault', 'outage'],
  },
  {
    id: 'type:problem',
    name: 'Problem',
    text: 'The cause, or the possible cause, of one or more incidents.',
    alsoCalled: ['[system] problem', 'it problem'],
  },
  {
    id: 'type:change',
    name: 'Change',
    text: 'The addition, modification or removal of anything that could affect services.',
    alsoCalled: ['[system] change', 'change request', 'it change', 'rfc'],
  },
  {
    id: 'type:service-request',
    name: 'Service request',
    text: 'A request for something agreed as a normal part of service delivery.',
    alsoCalled: ['[system] service request', 'request', 'it help'],
  },
];

export interface WantedField {
  readonly id: `field:${string}`;
  readonly name: string;
  /** The name where another field bears the first one and cannot be used. */
  readonly otherName: string;
  readonly text: string;
  readonly type: Exclude<FieldType, 'other'>;
  readonly alsoCalled: readonly string[];
  readonly options: readonly string[];
  /** The least options of a field that can be adopted in its place. */
  readonly leastOptions: number;
}

const levels = ['1 - High', '2 - Medium', '3 - Low'];

export const wantedFields: readonly WantedField[] = [
  {
    id: 'field:impact',
    name: 'Impact',
    otherName: 'Incident impact',
    text: 'How much of the business is affected.',
    type: 'select',
    alsoCalled: ['incident impact', 'business impact', 'severity'],
    options: levels,
    leastOptions: 2,
  },
  {
    id: 'field:urgency',
    name: 'Urgency',
    otherName: 'Incident urgency',
    text: 'How long a solution can wait.',
    type: 'select',
    alsoCalled: ['incident urgency'],
    options: levels,
    leastOptions: 2,
  },
  {
    id: 'field:affected-services',
    name: 'Affected services',
    otherName: 'Services affected',
    text: 'The services that are interrupted or slow.',
    type: 'multiselect',
    alsoCalled: ['affected service', 'services', 'impacted services'],
    options: [],
    leastOptions: 0,
  },
  {
    id: 'field:pending-reason',
    name: 'Pending reason',
    otherName: 'Reason for waiting',
    text: 'What a paused incident waits for.',
    type: 'select',
    alsoCalled: ['hold reason', 'on hold reason', 'waiting reason'],
    options: ['Waiting for requester', 'Waiting for supplier', 'Waiting for change', 'Waiting for problem'],
    leastOptions: 1,
  },
  {
    id: 'field:expected-resume',
    name: 'Expected resume',
    otherName: 'Expected to resume',
    text: 'When work on a paused incident is expected to go on.',
    type: 'datetime',
    alsoCalled: ['expected resume date', 'resume at'],
    options: [],
    leastOptions: 0,
  },
];

export interface WantedLink {
  readonly id: `link:${string}`;
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
}

export const wantedLinks: readonly WantedLink[] = [
  { id: 'link:caused-by', name: 'Problem/Incident', inward: 'is caused by', outward: 'causes' },
  { id: 'link:resolved-by-change', name: 'Resolved by change', inward: 'is resolved by', outward: 'resolves' },
];

export interface WantedStatus {
  readonly id: `status:${string}`;
  readonly name: string;
  readonly otherName: string;
  readonly category: StatusCategory;
  readonly text: string;
}

export const wantedStatuses: readonly WantedStatus[] = [
  { id: 'status:new', name: 'New', otherName: 'New ticket', category: 'TODO', text: 'Nobody works on it yet.' },
  {
    id: 'status:in-progress',
    name: 'In Progress',
    otherName: 'Being worked on',
    category: 'IN_PROGRESS',
    text: 'Somebody works on it.',
  },
  {
    id: 'status:pending',
    name: 'Pending',
    otherName: 'Pending ticket',
    category: 'IN_PROGRESS',
    text: 'It waits for somebody else; service levels pause.',
  },
  {
    id: 'status:resolved',
    name: 'Resolved',
    otherName: 'Resolved ticket',
    category: 'DONE',
    text: 'The service works again; the requester may say otherwise.',
  },
  { id: 'status:closed', name: 'Closed', otherName: 'Closed ticket', category: 'DONE', text: 'Nothing is left to do.' },
];

export interface WantedMove {
  readonly id: string;
  readonly name: string;
  readonly from: readonly WantedStatus['id'][];
  readonly to: WantedStatus['id'];
  /** The field that must have a value before the move. */
  readonly demands?: WantedField['id'];
  /** What becomes of the resolution. */
  readonly resolution?: 'set' | 'cleared';
}

/** The way of a ticket; the first move is its creation. */
export const wantedMoves: readonly WantedMove[] = [
  { id: '1', name: 'Create', from: [], to: 'status:new' },
  { id: '11', name: 'Start work', from: ['status:new'], to: 'status:in-progress' },
  {
    id: '21',
    name: 'Wait',
    from: ['status:new', 'status:in-progress'],
    to: 'status:pending',
    demands: 'field:pending-reason',
  },
  { id: '31', name: 'Resume work', from: ['status:pending'], to: 'status:in-progress' },
  {
    id: '41',
    name: 'Resolve',
    from: ['status:new', 'status:in-progress', 'status:pending'],
    to: 'status:resolved',
    resolution: 'set',
  },
  {
    id: '51',
    name: 'Reopen',
    from: ['status:resolved', 'status:closed'],
    to: 'status:in-progress',
    resolution: 'cleared',
  },
  { id: '61', name: 'Close', from: ['status:resolved'], to: 'status:closed' },
];

/** Names of what belongs to the project that the app may make. */
export const wantedProject = {
  workflow: 'Fettle: service desk workflow',
  screen: 'Fettle: service desk screen',
  screenScheme: 'Fettle: service desk screens',
  typeScreenScheme: 'Fettle: service desk screens by type',
  typeScheme: 'Fettle: service desk issue types',
  workflowScheme: 'Fettle: service desk workflows',
  name: 'IT service desk',
  key: 'ITSD',
  text: 'Incidents, problems, changes and service requests.',
  /** Jira's own fields on its screen, before ours. */
  systemFields: ['summary', 'issuetype', 'description', 'priority', 'assignee', 'reporter', 'labels', 'attachment'],
} as const;
