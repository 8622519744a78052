import { aPayload, aWorkflow } from '../../builders/a-workflow';
import type { DescribedSite } from '../a-described-site';
import { LETTER, PARCEL, POST, ROUND, SHED } from '../a-described-site';
import type { Calls } from '../described';

const PARCELS_WORKFLOW = '00000002-0000-4000-8000-000000000001';
const LETTERS_WORKFLOW = '00000002-0000-4000-8000-000000000002';
const named = { name: 'For letters', description: 'How letters go' };
const parts = { ...named, defaultWorkflow: 'Delivery', issueTypeMappings: { [LETTER]: 'Letters', [ROUND]: 'Letters' } };

/** A scheme that no project uses. */
const unused = ({ make }: DescribedSite): { readonly id: number } => ({ id: make('/workflowscheme', parts).id });

/** The scheme of the post office, with a draft. */
function drafted({ site }: DescribedSite): { readonly id: number } {
  site.jira.as('ada').post('/rest/api/3/workflowscheme/10000/createdraft', undefined);
  site.jira.as('ada').put('/rest/api/3/workflowscheme/10000/draft', parts);
  return { id: 10000 };
}

/** The workflow that takes the place of a default that is removed. */
const withJirasOwn = ({ make }: DescribedSite) =>
  make('/workflows/create', aPayload(aWorkflow({ name: 'jira' }), { statuses: waiting }));

const waiting = aPayload().statuses.map((status: { name: string }) =>
  status.name === 'Held' ? { ...status, name: 'Waiting' } : status,
);

const letter = { issueType: LETTER };
const workflow = { workflow: 'Delivery', updateDraftIfNeeded: false };
const ofLetters = { workflowName: 'Letters' };
const mapping = { ...workflow, workflow: 'Letters', issueTypes: [LETTER, PARCEL] };

const ofSchemes: Calls = {
  getAllWorkflowSchemes: () => ({}),
  createWorkflowScheme: () => ({ body: parts }),
  getWorkflowScheme: (on) => ({ path: drafted(on), query: { returnDraftIfExists: true } }),
  updateWorkflowScheme: (on) => ({ path: unused(on), body: { ...parts, name: 'For all', updateDraftIfNeeded: false } }),
  deleteWorkflowScheme: (on) => ({ path: unused(on) }),
  getProjectUsagesForWorkflowScheme: ({ make }) => {
    make('/workflowscheme/project', { projectId: SHED, workflowSchemeId: '10000' }, 'PUT');
    return { path: { workflowSchemeId: 10000 }, query: { maxResults: 1 } };
  },
  getDefaultWorkflow: () => ({ path: { id: 10000 } }),
  updateDefaultWorkflow: (on) => ({ path: unused(on), body: { ...workflow, workflow: 'Letters' } }),
  deleteDefaultWorkflow: (on) => {
    withJirasOwn(on);
    return { path: unused(on) };
  },
  getWorkflowSchemeIssueType: () => ({ path: { id: 10000, ...letter } }),
  setWorkflowSchemeIssueType: (on) => ({
    path: { ...unused(on), issueType: PARCEL },
    body: { ...workflow, issueType: PARCEL },
  }),
  deleteWorkflowSchemeIssueType: (on) => ({ path: { ...unused(on), ...letter } }),
  getWorkflow: () => ({ path: { id: 10000 }, query: ofLetters }),
  updateWorkflowMapping: (on) => ({ path: unused(on), query: ofLetters, body: mapping }),
  deleteWorkflowMapping: (on) => ({ path: unused(on), query: ofLetters }),
};

const ofDrafts: Calls = {
  createWorkflowSchemeDraftFromParent: () => ({ as: 'ada', path: { id: 10000 } }),
  getWorkflowSchemeDraft: (on) => ({ path: drafted(on) }),
  updateWorkflowSchemeDraft: (on) => ({ as: 'ada', path: drafted(on), body: { ...parts, updateDraftIfNeeded: false } }),
  deleteWorkflowSchemeDraft: (on) => ({ path: drafted(on) }),
  publishDraftWorkflowScheme: (on) => ({
    path: drafted(on),
    body: { statusMappings: [{ issueTypeId: ROUND, statusId: '10001', newStatusId: '10000' }] },
  }),
  getDraftDefaultWorkflow: (on) => ({ path: drafted(on) }),
  updateDraftDefaultWorkflow: (on) => ({ as: 'ada', path: drafted(on), body: { ...workflow, workflow: 'Letters' } }),
  deleteDraftDefaultWorkflow: (on) => {
    withJirasOwn(on);
    return { as: 'ada', path: drafted(on) };
  },
  getWorkflowSchemeDraftIssueType: (on) => ({ path: { ...drafted(on), ...letter } }),
  setWorkflowSchemeDraftIssueType: (on) => ({
    as: 'ada',
    path: { ...drafted(on), ...letter },
    body: { ...workflow, ...letter },
  }),
  deleteWorkflowSchemeDraftIssueType: (on) => ({ as: 'ada', path: { ...drafted(on), ...letter } }),
  getDraftWorkflow: (on) => ({ path: drafted(on), query: ofLetters }),
  updateDraftWorkflowMapping: (on) => ({ as: 'ada', path: drafted(on), query: ofLetters, body: mapping }),
  deleteDraftWorkflowMapping: (on) => ({ as: 'ada', path: drafted(on), query: ofLetters }),
};

const letters = { workflowsForIssueTypes: [{ workflowId: LETTERS_WORKFLOW, issueTypeIds: [LETTER, PARCEL] }] };

const ofProjects: Calls = {
  getWorkflowSchemeProjectAssociations: () => ({ query: { projectId: POST } }),
  assignSchemeToProject: (on) => ({ body: { projectId: SHED, workflowSchemeId: String(unused(on).id) } }),
  switchWorkflowSchemeForProject: (on) => ({
    body: { projectId: SHED, targetSchemeId: String(unused(on).id), mappingsByIssueTypeOverride: [] },
  }),
  readWorkflowSchemes: () => ({ body: { projectIds: [POST], workflowSchemeIds: [] } }),
  updateSchemes: (on) => {
    const { id } = unused(on);
    const [{ version }] = on.make('/workflowscheme/read', { workflowSchemeIds: [String(id)] });
    return { body: { ...named, id: String(id), version, defaultWorkflowId: PARCELS_WORKFLOW, ...letters } };
  },
  getRequiredWorkflowSchemeMappings: ({ make }) => {
    make('/issue/POST-1/transitions', { transition: { id: '11' } });
    return { body: { id: '10000', defaultWorkflowId: PARCELS_WORKFLOW, ...letters } };
  },
};

/** Workflow schemes, their drafts, and the projects that use them. */
export const workflowSchemeCalls: Calls = { ...ofSchemes, ...ofDrafts, ...ofProjects };
