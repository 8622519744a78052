import { openDatabase, type SiteDatabase } from '../../devsite/database';
import type { Caller, Client, Jira, JiraAnswer, JiraSeed, ProductEvent } from '../../devsite/jira/jira';
import { openJira } from '../../devsite/jira/open-jira';
import type { Manifest } from '../../devsite/manifest';

export const START = Date.parse('2026-01-01T00:00:00.000Z');

const everyone = [{ role: 'Staff' }, { role: 'Lead' }, { holder: 'app' }] as const;
const lead = [{ role: 'Lead' }] as const;

/** Ann leads, Bob works, Cid reports, Eve belongs to nothing. */
export const aSmallSeed = (changed: Partial<JiraSeed> = {}): JiraSeed => ({
  users: [
    { accountId: 'ann', displayName: 'Ann Lead', emailAddress: 'ann@example.com', timeZone: 'Europe/Berlin' },
    { accountId: 'bob', displayName: 'Bob Staff', groups: ['staff'] },
    { accountId: 'cid', displayName: 'Cid Caller', groups: ['callers'] },
    { accountId: 'eve', displayName: 'Eve Outside' },
  ],
  issueTypes: [{ name: 'Incident', description: 'Something broke' }, { name: 'Task' }, { name: 'Foreign' }],
  statuses: [
    { name: 'New', category: 'TODO' },
    { name: 'Active', category: 'IN_PROGRESS' },
    { name: 'Awaiting', category: 'IN_PROGRESS' },
    { name: 'Resolved', category: 'DONE' },
    { name: 'Closed', category: 'DONE' },
  ],
  priorities: ['Highest', 'High', 'Medium', 'Low', 'Lowest'],
  resolutions: ['Fixed', 'Done', "Won't do"],
  fields: [
    { name: 'Size', type: 'select', options: ['Large', 'Small'] },
    { name: 'Note', type: 'text' },
    { name: 'Story', type: 'textarea' },
    { name: 'Count', type: 'number' },
    { name: 'Since', type: 'datetime' },
    { name: 'Owner', type: 'user' },
    { name: 'Team', type: 'group' },
  ],
  workflow: {
    name: 'Ways',
    initial: 'New',
    transitions: [
      { name: 'Start', from: ['New'], to: 'Active' },
      { name: 'Wait', from: ['Active'], to: 'Awaiting' },
      { name: 'Resolve', to: 'Resolved' },
      { name: 'Close', from: ['Resolved'], to: 'Closed' },
      { name: 'Reopen', from: ['Resolved', 'Closed'], to: 'Active' },
    ],
  },
  linkTypes: [{ name: 'Blocks', inward: 'is blocked by', outward: 'blocks' }],
  projects: [
    {
      key: 'OPS',
      name: 'Operations',
      type: 'software',
      lead: 'ann',
      issueTypes: ['Incident', 'Task'],
      defaultPriority: 'Low',
      roles: { Staff: [{ group: 'staff' }], Lead: [{ user: 'ann' }], Caller: [{ group: 'callers' }] },
    },
    {
      key: 'BIZ',
      name: 'Business',
      type: 'business',
      lead: 'ann',
      issueTypes: ['Task'],
      roles: { Lead: [{ user: 'ann' }] },
    },
  ],
  permissions: {
    BROWSE_PROJECTS: [...everyone, { role: 'Caller' }],
    CREATE_ISSUES: [...everyone, { role: 'Caller' }],
    EDIT_ISSUES: [...everyone, { holder: 'reporter' }],
    ASSIGN_ISSUES: everyone,
    ASSIGNABLE_USER: [{ role: 'Staff' }, { role: 'Lead' }],
    TRANSITION_ISSUES: everyone,
    RESOLVE_ISSUES: everyone,
    ADD_COMMENTS: [...everyone, { role: 'Caller' }],
    EDIT_OWN_COMMENTS: [...everyone, { role: 'Caller' }],
    EDIT_ALL_COMMENTS: lead,
    DELETE_OWN_COMMENTS: everyone,
    DELETE_ALL_COMMENTS: lead,
    DELETE_ISSUES: lead,
    LINK_ISSUES: everyone,
    MODIFY_REPORTER: lead,
    SCHEDULE_ISSUES: lead,
  },
  ...changed,
});

const aManifest: Manifest = {
  app: { id: 'ari:cloud:ecosystem::app/11111111-1111-4111-8111-111111111111', runtime: { name: 'nodejs24.x' } },
  modules: {
    'jira:customField': [{ key: 'stamp', name: 'Stamp', type: 'datetime', readOnly: true }],
    'jira:dashboardGadget': [{ key: 'tally', title: 'Tally' }],
  },
};

export interface SmallJira extends Jira {
  readonly clock: { at: number; now(): number };
  readonly events: ProductEvent[];
  readonly ann: Client;
  readonly bob: Client;
  readonly cid: Client;
  /** Any call of a person, its answer as it comes. */
  ask(accountId: string, method: string, path: string, body?: unknown): JiraAnswer;
  askAs(caller: Caller, method: string, path: string, body?: unknown): JiraAnswer;
}

/** Jira at a clock that stands; in memory and seeded, unless a database that is filled already is given. */
export function aSmallJira(seed?: JiraSeed, database?: SiteDatabase): SmallJira {
  const clock = {
    at: START,
    now() {
      return this.at;
    },
  };
  const events: ProductEvent[] = [];
  const emit = (event: ProductEvent) => void events.push(event);
  const appAccount = { accountId: 'the-app', displayName: 'The App' };
  const jira = openJira({ database: database ?? openDatabase(), clock, emit, manifest: aManifest, appAccount });
  if (seed ?? !database) jira.seed(seed ?? aSmallSeed());
  const askAs: SmallJira['askAs'] = (caller, method, path, body) =>
    jira.handle(caller, { method, path, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return {
    ...jira,
    clock,
    events,
    ann: jira.as('ann'),
    bob: jira.as('bob'),
    cid: jira.as('cid'),
    ask: (accountId, method, path, body) => askAs({ kind: 'person', accountId }, method, path, body),
    askAs,
  };
}

/** A document of one paragraph. */
export const aDocument = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

/** The body that creates an incident. */
export const anIncident = (fields: Record<string, unknown> = {}) => ({
  fields: { project: { key: 'OPS' }, issuetype: { name: 'Incident' }, summary: 'Printer on fire', ...fields },
});
