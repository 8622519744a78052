import { openDatabase, type SiteDatabase } from '../../devsite/database';
import type { Jira, JiraAnswer, JiraSeed, ProductEvent } from '../../devsite/jira/jira';
import type { Json } from '../../devsite/jira/json';
import { type JiraOptions, openJira } from '../../devsite/jira/open-jira';
import type { Manifest } from '../../devsite/manifest';
import type { Ask } from '../../devsite/simulators/simulator';

/** What was answered, its body to be read field by field. */
type Answered = JiraAnswer & { readonly body?: Json };

/** A Jira of its own with a few people in it, on a clock that a test moves. */
export interface AJira {
  readonly jira: Jira;
  readonly database: SiteDatabase;
  readonly events: ProductEvent[];
  now: number;
  /** A call of the app, with every scope unless some are named. */
  asApp(method: Ask['method'], path: string, body?: unknown, scopes?: readonly string[]): Answered;
  /** A person's call, refused or not. */
  asPerson(accountId: string, method: Ask['method'], path: string, body?: unknown): Answered;
}

const everyScope = [
  'read:jira-work',
  'write:jira-work',
  'read:jira-user',
  'manage:jira-configuration',
  'manage:jira-project',
];

const aManifest: Manifest = {
  app: { id: 'ari:cloud:ecosystem::app/11111111-2222-4333-8444-555555555555', runtime: { name: 'nodejs24.x' } },
  modules: {
    'jira:customField': [
      { key: 'parcel-due', name: 'Parcel due', type: 'datetime' },
      { key: 'parcel-note', name: 'Parcel note', type: 'string' },
    ],
    'jira:entityProperty': [
      {
        key: 'parcel',
        entityType: 'issue',
        propertyKey: 'parcel',
        values: [
          { path: 'weight', type: 'number', searchAlias: 'parcelWeight' },
          { path: 'to.city', type: 'string', searchAlias: 'parcelCity' },
          { path: 'sent', type: 'date', searchAlias: 'parcelSent' },
          { path: 'stamps', type: 'string', searchAlias: 'parcelStamps' },
          { path: 'courier', type: 'user', searchAlias: 'parcelCourier' },
        ],
      },
    ],
    'jira:entityPropertySet': [
      {
        key: 'notes',
        properties: [{ propertyKey: 'note', values: [{ path: 'words', type: 'text', searchAlias: 'noteWords' }] }],
      },
    ],
  },
};

export const aSeed: JiraSeed = {
  users: [
    {
      accountId: 'ada',
      displayName: 'Ada Byron',
      emailAddress: 'ada@example.com',
      timeZone: 'Europe/Berlin',
      groups: ['staff', 'admins'],
    },
    {
      accountId: 'bob',
      displayName: 'Bob Stone',
      emailAddress: 'bob@example.com',
      timeZone: 'America/New_York',
      groups: ['staff'],
    },
    { accountId: 'cleo', displayName: 'Cleo Reed', timeZone: 'Etc/UTC' },
  ],
  issueTypes: [{ name: 'Parcel', description: 'A thing to deliver' }, { name: 'Letter' }],
  statuses: [
    { name: 'Open', category: 'TODO' },
    { name: 'On its way', category: 'IN_PROGRESS' },
    { name: 'Delivered', category: 'DONE' },
  ],
  priorities: ['Highest', 'High', 'Low'],
  resolutions: ['Done', 'Lost'],
  fields: [
    { name: 'Colour', type: 'select', options: ['Red', 'Green', 'Blue'] },
    { name: 'Price', type: 'number' },
    { name: 'Remark', type: 'text' },
    { name: 'Collected', type: 'datetime' },
    { name: 'Driver', type: 'user' },
    { name: 'Depot', type: 'group' },
  ],
  workflow: {
    name: 'Delivery',
    initial: 'Open',
    transitions: [
      { name: 'Send', from: ['Open'], to: 'On its way' },
      { name: 'Deliver', to: 'Delivered' },
      { name: 'Reopen', to: 'Open' },
    ],
  },
  linkTypes: [{ name: 'Blocks', inward: 'is blocked by', outward: 'blocks' }],
  projects: [
    {
      key: 'POST',
      name: 'Post office',
      type: 'business',
      lead: 'ada',
      issueTypes: ['Parcel', 'Letter'],
      defaultPriority: 'High',
      roles: { Clerks: [{ group: 'staff' }], Guests: [{ user: 'cleo' }] },
    },
    {
      key: 'SHED',
      name: 'The shed',
      type: 'software',
      lead: 'bob',
      issueTypes: ['Parcel'],
      roles: { Clerks: [{ group: 'staff' }] },
    },
  ],
  permissions: Object.fromEntries(
    [
      'BROWSE_PROJECTS',
      'CREATE_ISSUES',
      'EDIT_ISSUES',
      'TRANSITION_ISSUES',
      'ASSIGN_ISSUES',
      'ASSIGNABLE_USER',
      'ADD_COMMENTS',
      'LINK_ISSUES',
      'MODIFY_REPORTER',
      'RESOLVE_ISSUES',
      'SCHEDULE_ISSUES',
      'DELETE_ISSUES',
    ]
      .map((key) => [
        key,
        [
          { role: 'Clerks' },
          { holder: 'app' as const },
          ...(key === 'BROWSE_PROJECTS' ? [{ holder: 'reporter' as const }] : []),
        ],
      ])
      .concat([['ADMINISTER', [{ group: 'admins' }]]] as never),
  ),
};

/** Monday, 2 March 2026, 09:00 UTC. */
const aMonday = Date.UTC(2026, 2, 2, 9);

interface Opening {
  readonly manifest?: Manifest;
  readonly seed?: JiraSeed;
  readonly invoke?: JiraOptions['invoke'];
}

export function aJira({ manifest = aManifest, seed = aSeed, invoke }: Opening = {}): AJira {
  const database = openDatabase();
  const events: ProductEvent[] = [];
  const site = { now: aMonday };
  const jira = openJira({
    database,
    clock: { now: () => site.now },
    emit: (event) => events.push(event),
    manifest,
    appAccount: { accountId: 'the-app', displayName: 'The app' },
    ...(invoke && { invoke }),
  });
  jira.seed(seed);
  const ask = (method: string, path: string, body: unknown): Ask => ({
    method,
    path: `/rest/api/3${path}`,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    jira,
    database,
    events,
    get now() {
      return site.now;
    },
    set now(at: number) {
      site.now = at;
    },
    asApp: (method, path, body, scopes = everyScope) =>
      jira.handle({ kind: 'app', accountId: 'the-app', scopes }, ask(method, path, body)),
    asPerson: (accountId, method, path, body) => jira.handle({ kind: 'person', accountId }, ask(method, path, body)),
  };
}
