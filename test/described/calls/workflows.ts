import type { Json } from '../../../devsite/jira/json';
import { aPayload, aWorkflow, create, DELIVERED, HELD, OPEN, toAny } from '../../builders/a-workflow';
import type { DescribedSite } from '../a-described-site';
import { LETTER, POST } from '../a-described-site';
import type { Calls } from '../described';

const OPEN_ID = '10000';
const HELD_ID = '10005';
const PARCELS_WORKFLOW = '00000002-0000-4000-8000-000000000001';
const parcels = { workflowId: PARCELS_WORKFLOW };
const statuses = [OPEN, { ...HELD, name: 'Waiting' }, DELIVERED].map((status) => ({ description: '', ...status }));
const statusBody = { description: 'It is over', name: 'Over', statusCategory: 'DONE' };

const described = (workflow: Json): Json => aPayload(workflow, { statuses });

const rules = {
  conditions: {
    operation: 'ALL',
    conditions: [{ ruleKey: 'system:restrict-issue-transition', parameters: { accountIds: 'allow-assignee' } }],
  },
  validators: [
    { ruleKey: 'system:validate-field-value', parameters: { ruleType: 'fieldRequired', fieldsRequired: 'assignee' } },
  ],
  actions: [{ ruleKey: 'system:change-assignee', parameters: { type: 'to-current-user' } }],
};

const transitions = [
  create(),
  toAny('11', 'Hold', HELD, { description: 'It waits', ...rules }),
  toAny('21', 'Deliver', DELIVERED),
];

/** A workflow that nothing uses, with a rule of each kind. */
const layout = { x: 10, y: 20.5 };

/** How the editor draws it. */
const drawn = (workflow: Json): Json => ({
  ...workflow,
  startPointLayout: layout,
  statuses: workflow.statuses.map((status: Json) => ({ ...status, layout })),
});

const unused = ({ make }: DescribedSite): Json =>
  make('/workflows/create', described(drawn(aWorkflow({ transitions })))).workflows[0];

/** The unused workflow, to be described anew. */
function changed(on: DescribedSite): Json {
  const { id, version } = unused(on);
  const read = on.read('/statuses/search?searchString=Waiting').values[0];
  const { name, ...workflow } = aWorkflow({ transitions, description: 'With a long stop' });
  return {
    statuses: [OPEN, { ...HELD, id: read.id, name: 'Waiting' }, DELIVERED].map((status) => ({
      description: '',
      ...status,
    })),
    workflows: [{ id, version, ...drawn(workflow) }],
  };
}

/** A payload that validation finds fault with. */
const withoutTransitions = ({ workflows, ...payload }: Json): Json => ({
  ...payload,
  workflows: workflows.map((workflow: Json) => ({ ...workflow, transitions: [create()] })),
});

/** Statuses, workflows and their use. */
export const workflowCalls: Calls = {
  getStatuses: () => ({}),
  getStatus: () => ({ path: { idOrName: OPEN_ID } }),
  getStatusCategories: () => ({}),
  getStatusCategory: () => ({ path: { idOrKey: 'new' } }),
  createStatuses: () => ({ body: { scope: { type: 'PROJECT', project: { id: '10002' } }, statuses: [statusBody] } }),
  updateStatuses: () => ({ body: { statuses: [{ ...statusBody, id: HELD_ID }] } }),
  deleteStatusesById: () => ({ query: { id: HELD_ID } }),
  getStatusesById: () => ({ query: { id: 10003 } }),
  getStatusesByName: () => ({ query: { name: 'Waiting', projectId: 10002 } }),
  search: () => ({ query: { maxResults: 1 } }),
  getProjectUsagesForStatus: () => ({ path: { statusId: OPEN_ID }, query: { maxResults: 1 } }),
  getWorkflowUsagesForStatus: () => ({ path: { statusId: OPEN_ID }, query: { maxResults: 1 } }),
  getProjectIssueTypeUsagesForStatus: () => ({
    path: { statusId: OPEN_ID, projectId: POST },
    query: { maxResults: 1 },
  }),
  readWorkflows: (on) => ({ body: { workflowIds: [unused(on).id], workflowNames: [], projectAndIssueTypes: [] } }),
  searchWorkflows: (on) => {
    unused(on);
    return { query: { queryString: 'l', expand: 'values.transitions', maxResults: 2 } };
  },
  deleteInactiveWorkflow: (on) => ({ path: { entityId: unused(on).id } }),
  createWorkflows: () => ({ body: described(drawn(aWorkflow({ transitions }))) }),
  validateCreateWorkflows: () => ({
    body: { payload: described(aWorkflow({ name: 'Letters' })), validationOptions: { levels: ['ERROR', 'WARNING'] } },
  }),
  updateWorkflows: (on) => ({ body: changed(on) }),
  validateUpdateWorkflows: (on) => ({
    body: { payload: withoutTransitions(changed(on)), validationOptions: { levels: ['ERROR', 'WARNING'] } },
  }),
  workflowCapabilities: () => ({ query: { projectId: POST, issueTypeId: LETTER } }),
  getProjectUsagesForWorkflow: () => ({ path: parcels, query: { maxResults: 1 } }),
  getWorkflowProjectIssueTypeUsages: () => ({ path: { ...parcels, projectId: POST }, query: { maxResults: 1 } }),
  getWorkflowSchemeUsagesForWorkflow: () => ({ path: parcels, query: { maxResults: 1 } }),
};
