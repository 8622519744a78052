import type { Json } from '../../devsite/jira/json';
import type { JiraSeed } from '../../devsite/jira/seed/jira-seed';
import type { Manifest } from '../../devsite/manifest';
import { type AJira, aJira, aSeed } from './a-jira';

/** An app with a rule of each type, the validator for team-managed projects too. */
const ruling: Manifest = {
  app: { id: 'ari:cloud:ecosystem::app/22222222-2222-4333-8444-555555555555', runtime: { name: 'nodejs24.x' } },
  modules: {
    'jira:workflowValidator': [
      {
        key: 'sealed',
        name: 'Is sealed',
        description: 'The parcel is sealed.',
        expression: 'issue.summary != "Unsealed"',
        errorMessage: 'Seal it first.',
        projectTypes: ['company-managed', 'team-managed'],
      },
    ],
    'jira:workflowCondition': [
      { key: 'weighed', name: 'Is weighed', description: 'The parcel is weighed.', expression: 'true' },
    ],
    'jira:workflowPostFunction': [
      { key: 'stamp', name: 'Stamp', description: 'Stamps the parcel.', function: 'stamp' },
    ],
  },
};

const aRuleKey = (site: AJira, moduleKey: string): string =>
  capabilities(site).forgeRules.find(({ id }: Json) => id.endsWith(`/static/${moduleKey}`)).id;

export const capabilities = (site: AJira, query = ''): Json =>
  site.asApp('GET', `/workflows/capabilities${query}`).body as Json;

/** The post office, and a team of its own way beside it; Bob administers projects. */
const withTeam: JiraSeed = {
  ...aSeed,
  permissions: { ...aSeed.permissions, ADMINISTER_PROJECTS: [{ user: 'bob' }] },
  projects: [
    ...aSeed.projects,
    {
      key: 'TEAM',
      name: 'The team',
      type: 'business',
      lead: 'bob',
      issueTypes: [],
      roles: { Clerks: [{ group: 'staff' }] },
      own: {
        issueTypes: [{ name: 'Chore' }],
        statuses: [
          { name: 'Waiting', category: 'TODO' },
          { name: 'Gone', category: 'DONE' },
        ],
        workflow: { name: 'Chores', initial: 'Waiting', transitions: [{ name: 'Go', to: 'Gone' }] },
      },
    },
  ],
};

export const aRuledJira = (): AJira => aJira({ manifest: ruling, seed: withTeam });

/** UUIDs by which calls name statuses. */
export const reference = (nth: number): string => `aaaaaaaa-0000-4000-8000-${String(nth).padStart(12, '0')}`;

export const OPEN = { id: '10000', statusReference: reference(0), name: 'Open', statusCategory: 'TODO' } as const;
export const ON_ITS_WAY = {
  id: '10001',
  statusReference: reference(1),
  name: 'On its way',
  statusCategory: 'IN_PROGRESS',
} as const;
export const DELIVERED = {
  id: '10002',
  statusReference: reference(2),
  name: 'Delivered',
  statusCategory: 'DONE',
} as const;
/** A status that is not there yet. */
export const HELD = { statusReference: reference(3), name: 'Held', statusCategory: 'IN_PROGRESS' } as const;

export const create = (over: Json = {}): Json => ({
  id: '1',
  name: 'Create',
  type: 'INITIAL',
  toStatusReference: OPEN.statusReference,
  ...over,
});

export const toAny = (id: string, name: string, to: { readonly statusReference: string }, over: Json = {}): Json => ({
  id,
  name,
  type: 'GLOBAL',
  toStatusReference: to.statusReference,
  ...over,
});

/** Open, held, delivered. */
export const aWorkflow = (over: Json = {}): Json => ({
  name: 'Holding',
  description: 'With a stop',
  statuses: [OPEN, HELD, DELIVERED].map(({ statusReference }) => ({ statusReference, properties: {} })),
  transitions: [create(), toAny('11', 'Hold', HELD), toAny('21', 'Deliver', DELIVERED)],
  ...over,
});

export const aPayload = (workflow: Json = aWorkflow(), over: Json = {}): Json => ({
  scope: { type: 'GLOBAL' },
  statuses: [OPEN, HELD, DELIVERED],
  workflows: [workflow],
  ...over,
});

/** Makes a workflow and answers it. */
export function made(site: AJira, payload: Json = aPayload()): Json {
  const { status, body } = site.asApp('POST', '/workflows/create', payload);
  expect({ status, told: (body as Json)?.errorMessages }).toEqual({ status: 200, told: undefined });
  return (body as Json).workflows[0];
}

export function anIssueIn(
  site: AJira,
  project: string,
  type: string,
  summary = 'A thing',
): { readonly id: string; readonly key: string } {
  return site.jira.as('ada').post('/rest/api/3/issue', {
    fields: {
      project: { key: project },
      issuetype: { name: type },
      summary,
      reporter: { accountId: 'ada' },
    },
  });
}

export const statusOf = (site: AJira, key: string): string =>
  site.jira.as('ada').get<Json>(`/rest/api/3/issue/${key}`).fields.status.name;

export const appRule = (site: AJira, ruleKey: string, module: string, over: Json = {}): Json => ({
  ruleKey,
  parameters: { key: aRuleKey(site, module), config: '{"most":5}', disabled: 'false', tag: '', ...over },
});

export const sealed = (site: AJira, over: Json = {}) => appRule(site, 'forge:expression-validator', 'sealed', over);

/** A payload whose transition to Delivered is altered. */
export const delivering = (over: Json): Json =>
  aPayload(aWorkflow({ transitions: [create(), toAny('11', 'Hold', HELD), toAny('21', 'Deliver', DELIVERED, over)] }));

export const validation = (site: AJira, payload: Json, call = 'create', levels: readonly string[] = []): Json[] =>
  (site.asApp('POST', `/workflows/${call}/validation`, { payload, validationOptions: { levels } }).body as Json).errors;

export const codes = (findings: readonly Json[]): string[] => findings.map(({ code }) => code);

export const deliveryOf = (site: AJira): Json =>
  (site.asApp('POST', '/workflows', { workflowNames: ['Delivery'] }).body as Json).workflows[0];
