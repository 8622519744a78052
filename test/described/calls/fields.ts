import { TYPES } from '../../builders/a-custom-field';
import { LETTER, PARCEL, POST, SHED } from '../a-described-site';
import type { Calls } from '../described';

const SIZE = 'customfield_10056';
const OLD_SIZE = 'customfield_10057';
const NOTE = 'customfield_10500';
const field = { fieldId: SIZE };
const everywhere = { ...field, contextId: 10157 };
const inShed = { ...field, contextId: 10158 };
const SMALL = '10023';
const LARGE = '10024';
const named = { name: 'Weight', description: 'How heavy it is' };

/** Fields, their contexts, options and defaults. */
export const fieldCalls: Calls = {
  getFields: () => ({}),
  getFieldsPaginated: () => ({
    query: { id: SIZE, expand: 'key,isLocked,searcherKey,screensCount,contextsCount,lastUsed' },
  }),
  getTrashedFieldsPaginated: () => ({}),
  getScreensForField: ({ make }) => {
    make(`/screens/addToDefault/${SIZE}`);
    return { path: field, query: { expand: 'tab' } };
  },
  getCustomFieldOption: () => ({ path: { id: SMALL } }),
  updateCustomFieldValue: () => ({
    path: { fieldIdOrKey: NOTE },
    body: { updates: [{ issueIds: [10000], value: 'Wrapped' }] },
  }),
  updateMultipleCustomFieldValues: () => ({
    body: { updates: [{ customField: NOTE, issueIds: [10000], value: 'Wrapped' }] },
  }),
  createAssociations: () => ({
    body: {
      associationContexts: [{ identifier: Number(POST), type: 'PROJECT_ID' }],
      fields: [{ identifier: SIZE, type: 'FIELD_ID' }],
    },
  }),
  getProjectContextMapping: () => ({ path: field, query: { contextId: 10158 } }),
  getIssueTypeMappingsForContexts: () => ({ path: field, query: { contextId: 10158 } }),
  getCustomFieldContextsForProjectsAndIssueTypes: () => ({
    path: field,
    body: { mappings: [{ issueTypeId: PARCEL, projectId: SHED }] },
  }),
  assignProjectsToCustomFieldContext: () => ({ path: inShed, body: { projectIds: [POST] } }),
  removeCustomFieldContextFromProjects: ({ make }) => {
    make(`/field/${SIZE}/context/10158/project`, { projectIds: [POST] }, 'PUT');
    return { path: inShed, body: { projectIds: [POST] } };
  },
  addIssueTypesToContext: () => ({ path: inShed, body: { issueTypeIds: [LETTER] } }),
  removeIssueTypesFromContext: () => ({ path: inShed, body: { issueTypeIds: [PARCEL] } }),
  getContextsForField: () => ({ path: field }),
  createCustomFieldContext: () => ({ path: field, body: { ...named, projectIds: [POST], issueTypeIds: [LETTER] } }),
  updateCustomFieldContext: () => ({ path: inShed, body: named }),
  deleteCustomFieldContext: () => ({ path: inShed }),
  getDefaultValues: () => ({ path: field }),
  setDefaultValues: () => ({
    path: field,
    body: { defaultValues: [{ type: 'option.single', contextId: '10157', optionId: LARGE }] },
  }),
  createCustomField: () => ({
    body: { ...named, type: `${TYPES}:grouppicker`, searcherKey: `${TYPES}:grouppickersearcher` },
  }),
  updateCustomField: () => ({ path: field, body: { ...named, searcherKey: `${TYPES}:multiselectsearcher` } }),
  deleteCustomField: ({ site }) => {
    site.now += 60_000;
    return { path: { id: OLD_SIZE } };
  },
  trashCustomField: () => ({ path: { id: SIZE } }),
  restoreCustomField: () => ({ path: { id: OLD_SIZE } }),
  getOptionsForContext: () => ({ path: everywhere }),
  createCustomFieldOption: () => ({ path: everywhere, body: { options: [{ value: 'Enormous', disabled: false }] } }),
  updateCustomFieldOption: () => ({
    path: everywhere,
    body: { options: [{ id: SMALL, value: 'Tiny', disabled: true }] },
  }),
  reorderCustomFieldOptions: () => ({ path: everywhere, body: { customFieldOptionIds: [LARGE], position: 'First' } }),
  deleteCustomFieldOption: () => ({ path: { ...everywhere, optionId: LARGE } }),
  replaceCustomFieldOption: () => ({ path: { ...everywhere, optionId: LARGE }, query: { replaceWith: SMALL } }),
  getAllLabels: () => ({}),
};
