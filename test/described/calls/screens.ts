import type { DescribedSite } from '../a-described-site';
import { LETTER, PARCEL, SHED } from '../a-described-site';
import type { Calls } from '../described';

const SHORT = 4;
const screen = { screenId: SHORT };
const named = { name: 'Shorter', description: 'With less on it' };

/** The tabs of the screen Short: two. */
const tabIds = ({ read }: DescribedSite): readonly number[] =>
  read(`/screens/${SHORT}/tabs`).map(({ id }: { id: number }) => id);

const firstTab = (on: DescribedSite) => ({ ...screen, tabId: tabIds(on)[0] ?? 0 });

/** The first tab with a summary and a description on it. */
function filledTab(on: DescribedSite) {
  const tab = firstTab(on);
  for (const fieldId of ['summary', 'description']) on.make(`/screens/${SHORT}/tabs/${tab.tabId}/fields`, { fieldId });
  return tab;
}

const aScheme = ({ make }: DescribedSite): number =>
  make('/screenscheme', { name: 'Short screens', description: 'Short ones', screens: { default: SHORT } }).id;

/** A scheme that gives parcels a screen scheme of their own. */
function aTypeScheme(on: DescribedSite): string {
  const screenSchemeId = String(aScheme(on));
  const mappings = ['default', PARCEL].map((issueTypeId) => ({ issueTypeId, screenSchemeId }));
  return on.make('/issuetypescreenscheme', { ...named, issueTypeMappings: mappings }).id;
}

/** Screens, their tabs and fields, and the schemes that choose among them. */
export const screenCalls: Calls = {
  getScreens: () => ({ query: { id: 3 } }),
  createScreen: () => ({ body: named }),
  updateScreen: () => ({ path: screen, body: named }),
  deleteScreen: () => ({ path: screen }),
  getAvailableScreenFields: () => ({ path: screen }),
  addFieldToDefaultScreen: () => ({ path: { fieldId: 'customfield_10056' } }),
  getAllScreenTabs: () => ({ path: screen }),
  addScreenTab: () => ({ path: screen, body: { name: 'Even more' } }),
  renameScreenTab: (on) => ({ path: firstTab(on), body: { name: 'First' } }),
  deleteScreenTab: (on) => ({ path: firstTab(on) }),
  moveScreenTab: (on) => ({ path: { ...firstTab(on), pos: 1 } }),
  getAllScreenTabFields: (on) => ({ path: filledTab(on) }),
  addScreenTabField: (on) => ({ path: firstTab(on), body: { fieldId: 'summary' } }),
  removeScreenTabField: (on) => ({ path: { ...filledTab(on), id: 'summary' } }),
  moveScreenTabField: (on) => ({ path: { ...filledTab(on), id: 'summary' }, body: { position: 'Last' } }),
  getScreenSchemes: (on) => {
    aTypeScheme(on);
    return { query: { queryString: 'Short screens', expand: 'issueTypeScreenSchemes' } };
  },
  createScreenScheme: () => ({ body: { ...named, screens: { default: 1, edit: SHORT, view: SHORT } } }),
  updateScreenScheme: (on) => ({
    path: { screenSchemeId: aScheme(on) },
    body: { name: 'Short screens of today', screens: { create: String(SHORT), default: '1' } },
  }),
  deleteScreenScheme: (on) => ({ path: { screenSchemeId: aScheme(on) } }),
  getIssueTypeScreenSchemeMappings: () => ({}),
  getIssueTypeScreenSchemeProjectAssociations: (on) => {
    const issueTypeScreenSchemeId = aTypeScheme(on);
    on.make('/issuetypescreenscheme/project', { issueTypeScreenSchemeId, projectId: SHED }, 'PUT');
    return { query: { projectId: SHED } };
  },
  assignIssueTypeScreenSchemeToProject: (on) => ({
    body: { issueTypeScreenSchemeId: aTypeScheme(on), projectId: SHED },
  }),
  appendMappingsForIssueTypeScreenScheme: (on) => ({
    path: { issueTypeScreenSchemeId: aTypeScheme(on) },
    body: { issueTypeMappings: [{ issueTypeId: LETTER, screenSchemeId: '1' }] },
  }),
  updateDefaultScreenScheme: (on) => ({
    path: { issueTypeScreenSchemeId: aTypeScheme(on) },
    body: { screenSchemeId: '1' },
  }),
  removeMappingsFromIssueTypeScreenScheme: (on) => ({
    path: { issueTypeScreenSchemeId: aTypeScheme(on) },
    body: { issueTypeIds: [PARCEL] },
  }),
  getIssueTypeScreenSchemes: (on) => {
    const issueTypeScreenSchemeId = aTypeScheme(on);
    on.make('/issuetypescreenscheme/project', { issueTypeScreenSchemeId, projectId: SHED }, 'PUT');
    return { query: { id: issueTypeScreenSchemeId, expand: 'projects' } };
  },
  createIssueTypeScreenScheme: (on) => ({
    body: { ...named, issueTypeMappings: [{ issueTypeId: 'default', screenSchemeId: String(aScheme(on)) }] },
  }),
  updateIssueTypeScreenScheme: (on) => ({
    path: { issueTypeScreenSchemeId: aTypeScheme(on) },
    body: { name: 'Shortest', description: 'With the least on it' },
  }),
  deleteIssueTypeScreenScheme: (on) => ({ path: { issueTypeScreenSchemeId: aTypeScheme(on) } }),
  getProjectsForIssueTypeScreenScheme: () => ({ path: { issueTypeScreenSchemeId: 1 } }),
};
