import { LETTER, PARCEL, POST, SHED, STAMP } from '../a-described-site';
import type { Calls } from '../described';

const type = { id: PARCEL };
const property = { issueTypeId: PARCEL, propertyKey: 'seen' };
const LETTERS_ALONE = '10004';
const scheme = { issueTypeSchemeId: LETTERS_ALONE };
const linkType = { issueLinkTypeId: 10000 };
const linked = { name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' };
const named = { name: 'Major', description: 'It matters' };
const coloured = { ...named, statusColor: '#ABCDEF', iconUrl: '/images/icons/priorities/major.png' };
const CRATE = 10005;

/** Issue types and their schemes, link types, priorities and resolutions. */
export const issueTypeCalls: Calls = {
  getIssueAllTypes: () => ({}),
  getIssueType: () => ({ path: type }),
  getAlternativeIssueTypes: () => ({ path: type }),
  createIssueType: () => ({ body: { ...named, type: 'standard' } }),
  updateIssueType: () => ({ path: type, body: named }),
  deleteIssueType: () => ({ path: { id: CRATE } }),
  getIssueTypePropertyKeys: () => ({ path: property }),
  getIssueTypeProperty: () => ({ path: property }),
  setIssueTypeProperty: () => ({ path: property, body: { by: 'ada' } }),
  deleteIssueTypeProperty: () => ({ path: property }),
  getIssueTypeSchemeForProjects: () => ({ query: { projectId: POST } }),
  assignIssueTypeSchemeToProject: () => ({ body: { issueTypeSchemeId: LETTERS_ALONE, projectId: SHED } }),
  addIssueTypesToIssueTypeScheme: () => ({ path: scheme, body: { issueTypeIds: [PARCEL] } }),
  reorderIssueTypesInIssueTypeScheme: ({ make }) => {
    make(`/issuetypescheme/${LETTERS_ALONE}/issuetype`, { issueTypeIds: [PARCEL] }, 'PUT');
    return { path: scheme, body: { issueTypeIds: [PARCEL], position: 'First' } };
  },
  removeIssueTypeFromIssueTypeScheme: ({ make }) => {
    make(`/issuetypescheme/${LETTERS_ALONE}/issuetype`, { issueTypeIds: [PARCEL] }, 'PUT');
    return { path: { ...scheme, issueTypeId: PARCEL } };
  },
  getAllIssueTypeSchemes: ({ make }) => {
    make('/issuetypescheme/10000', { defaultIssueTypeId: PARCEL }, 'PUT');
    return { query: { expand: 'projects' } };
  },
  createIssueTypeScheme: () => ({
    body: { ...named, defaultIssueTypeId: LETTER, issueTypeIds: [LETTER, PARCEL, STAMP] },
  }),
  getIssueTypeSchemesMapping: () => ({}),
  updateIssueTypeScheme: () => ({ path: scheme, body: { ...named, defaultIssueTypeId: LETTER } }),
  deleteIssueTypeScheme: () => ({ path: scheme }),
  getIssueLinkTypes: () => ({}),
  getIssueLinkType: () => ({ path: linkType }),
  createIssueLinkType: () => ({ body: linked }),
  updateIssueLinkType: () => ({ path: linkType, body: linked }),
  deleteIssueLinkType: () => ({ path: linkType }),
  getPriorities: () => ({}),
  getPriority: () => ({ path: { id: 1 } }),
  searchPriorities: () => ({}),
  createPriority: () => ({ body: coloured }),
  updatePriority: () => ({ path: { id: 1 }, body: coloured }),
  movePriorities: () => ({ body: { ids: ['3'], after: '1' } }),
  getPrioritySchemes: () => ({ query: { expand: 'priorities,projects' } }),
  getPrioritiesByPriorityScheme: () => ({ path: { schemeId: 1 } }),
  getProjectsByPriorityScheme: () => ({ path: { schemeId: 1 } }),
  getResolutions: () => ({}),
  searchResolutions: () => ({}),
  getResolution: () => ({ path: { id: 10000 } }),
  createResolution: () => ({ body: named }),
  updateResolution: () => ({ path: { id: 10000 }, body: named }),
  deleteResolution: () => ({ path: { id: 10001 }, query: { replaceWith: 10000 } }),
};
