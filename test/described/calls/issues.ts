import type { DescribedSite } from '../a-described-site';
import { adf, PARCEL } from '../a-described-site';
import type { Calls } from '../described';

const issue = { issueIdOrKey: 'POST-1' };
const property = { ...issue, propertyKey: 'parcel' };
const selected = { selectedIssueIdsOrKeys: ['POST-2', 'POST-3'], sendBulkNotification: false };

const fields = {
  project: { id: '10000' },
  issuetype: { id: PARCEL },
  summary: 'A chair',
  description: adf('With three legs'),
  labels: ['heavy'],
};

/** An issue that can be archived, one that is not there, a subtask, and one of a project that is archived. */
function unarchivable({ make }: DescribedSite): readonly string[] {
  const { key } = make('/issue', { fields: { ...fields, project: { key: 'SHED' } } });
  make('/project/SHED/archive');
  return ['POST-2', 'POST-99', 'POST-4', key];
}

/** Issues: reading and writing them, one by one and in bulk; their links, properties and history. */
export const issueCalls: Calls = {
  createIssue: () => ({ body: { fields, update: {}, transition: { id: '11' } } }),
  createIssues: () => ({ body: { issueUpdates: [{ fields, update: {}, transition: { id: '11' } }] } }),
  getIssue: () => ({ path: issue, query: { expand: 'changelog,names,schema,transitions', properties: 'parcel' } }),
  editIssue: () => ({ path: issue, body: { fields: { summary: 'A red vase' }, update: { labels: [{ add: 'red' }] } } }),
  deleteIssue: () => ({ path: issue, query: { deleteSubtasks: true } }),
  assignIssue: () => ({ path: issue, body: { accountId: 'ada' } }),
  archiveIssues: (on) => ({ body: { issueIdsOrKeys: unarchivable(on) } }),
  archiveIssuesAsync: () => ({ body: { jql: 'summary ~ book' } }),
  unarchiveIssues: (on) => {
    on.make('/issue/archive', { issueIdsOrKeys: ['POST-2'] }, 'PUT');
    return { body: { issueIdsOrKeys: unarchivable(on) } };
  },
  submitBulkDelete: () => ({ body: selected }),
  submitBulkWatch: () => ({ body: { selectedIssueIdsOrKeys: ['POST-2'] } }),
  submitBulkUnwatch: () => ({ body: { selectedIssueIdsOrKeys: ['POST-1'] } }),
  getBulkEditableFields: () => ({ query: { issueIdsOrKeys: 'POST-1,POST-2' } }),
  submitBulkEdit: () => ({
    body: { ...selected, editedFieldsInput: { priority: { priorityId: '1' } }, selectedActions: ['priority'] },
  }),
  submitBulkTransition: () => ({
    body: {
      bulkTransitionInputs: [{ selectedIssueIdsOrKeys: ['POST-2'], transitionId: '11' }],
      sendBulkNotification: false,
    },
  }),
  getAvailableTransitions: () => ({ query: { issueIdsOrKeys: 'POST-1,POST-2' } }),
  getBulkOperationProgress: ({ site, make }) => {
    const { taskId } = make('/bulk/issues/watch', { selectedIssueIdsOrKeys: ['POST-2'] });
    site.now += 60_000;
    return { path: { taskId } };
  },
  submitBulkMove: () => ({
    body: {
      sendBulkNotification: true,
      targetToSourcesMapping: {
        [`SHED,${PARCEL}`]: {
          inferClassificationDefaults: true,
          inferFieldDefaults: true,
          inferStatusDefaults: true,
          inferSubtaskTypeDefault: true,
          issueIdsOrKeys: ['POST-2'],
        },
      },
    },
  }),
  bulkDeleteIssueProperty: () => ({ path: { propertyKey: 'parcel' }, body: { entityIds: [10000] } }),
  bulkSetIssueProperty: () => ({
    path: { propertyKey: 'parcel' },
    body: { value: { weight: 4 }, filter: { entityIds: [10000], hasProperty: true } },
  }),
  bulkSetIssuesPropertiesList: () => ({ body: { entitiesIds: [10000], properties: { parcel: { weight: 4 } } } }),
  bulkSetIssuePropertiesByIssue: () => ({
    body: { issues: [{ issueID: 10000, properties: { parcel: { weight: 4 } } }] },
  }),
  linkIssues: () => ({
    body: {
      type: { name: 'Blocks' },
      inwardIssue: { key: 'POST-2' },
      outwardIssue: { key: 'POST-3' },
      comment: { body: adf('Linked') },
    },
  }),
  getIssueLink: () => ({ path: { linkId: 10000 } }),
  deleteIssueLink: () => ({ path: { linkId: 10000 } }),
  getChangeLogs: () => ({ path: issue, query: { maxResults: 1 } }),
  getChangeLogsByIds: () => ({ path: issue, body: { changelogIds: [10000] } }),
  getBulkChangelogs: () => ({
    body: { issueIdsOrKeys: ['POST-1'], fieldIds: ['summary', 'issuelinks'], maxResults: 1 },
  }),
  bulkFetchIssues: () => ({
    body: {
      expand: ['names'],
      fields: ['summary', 'project', 'assignee'],
      fieldsByKeys: false,
      issueIdsOrKeys: ['POST-1', '10001'],
      properties: [],
    },
  }),
  getIssuePropertyKeys: () => ({ path: issue }),
  getIssueProperty: () => ({ path: property }),
  setIssueProperty: () => ({ path: property, body: { weight: 5 } }),
  deleteIssueProperty: () => ({ path: property }),
  getTransitions: () => ({ path: issue, query: { expand: 'transitions.fields' } }),
  doTransition: () => ({
    path: issue,
    body: {
      transition: { id: '21' },
      fields: { resolution: { name: 'Done' } },
      update: { comment: [{ add: { body: adf('There') } }] },
    },
  }),
  getCreateIssueMetaIssueTypes: () => ({ path: { projectIdOrKey: 'POST' } }),
  getCreateIssueMetaIssueTypeId: () => ({ path: { projectIdOrKey: 'POST', issueTypeId: PARCEL } }),
  getEditIssueMeta: () => ({ path: issue }),
};
