import { isOurs } from '../set-up/domain/matching';
import type {
  FieldReading,
  FieldType,
  ProjectReading,
  ScreenReading,
  SiteReading,
  StatusCategory,
} from '../set-up/domain/reading';
import type { SitePart } from '../set-up/domain/step';
import { wantedFields, wantedProject } from '../set-up/domain/wish';
import {
  configured,
  type JiraActiveStatus,
  type JiraAdminProject,
  type JiraCustomField,
  type JiraStatusDetails,
} from './jira-admin';

/** Existing projects whose schemes and screens are looked into; the rest are named and left alone. */
const mostLookedInto = 20;

/** The key of the app's own rule as a site lists it ends with its module's key. */
const ruleModule = '/static/pending-reason-given';

type Part<Key extends keyof SiteReading> = Promise<Pick<SiteReading, Key>>;

/** What the site has, read as the admin who asks; of a site read before, only what was touched since. */
export async function readSite(again?: {
  readonly before: SiteReading;
  readonly touched: SitePart;
}): Promise<SiteReading> {
  if (again?.touched === 'schemes') return withScreens({ ...again.before, ...(await ownSchemes()) });
  if (again?.touched === 'projects') return withScreens({ ...again.before, ...(await projectReadings()) });
  if (again) return { ...again.before, ...(await readers[again.touched]()) };
  const [types, fields, links, statuses, schemes, projects, rest] = await Promise.all([
    readers['issue-types'](),
    readers.fields(),
    readers.links(),
    readers.statuses(),
    ownSchemes(),
    projectReadings(),
    neverTouched(),
  ]);
  return withScreens({ ...types, ...fields, ...links, ...statuses, ...schemes, ...projects, ...rest });
}

const readers = {
  'issue-types': async (): Part<'issueTypes'> => ({
    issueTypes: (await configured.issueTypes()).map(({ subtask, scope, ...type }) => ({
      ...described(type),
      isSubtask: subtask,
      projectId: scope?.project?.id,
    })),
  }),
  fields: async (): Part<'fields'> => ({ fields: await Promise.all((await configured.fields()).map(fieldReading)) }),
  links: async (): Part<'linkTypes'> => ({ linkTypes: await configured.linkTypes() }),
  statuses: async (): Part<'statuses'> => {
    const [common, active] = await Promise.all([configured.statuses(), configured.activeStatuses()]);
    return { statuses: [...common.map(commonStatus), ...active.filter(({ scope }) => scope?.project).map(teamStatus)] };
  },
};

const commonStatus = ({ statusCategory, ...status }: JiraStatusDetails) => ({
  ...described(status),
  category: statusCategory,
  projectId: undefined,
});

const categories: Readonly<Record<string, StatusCategory>> = { new: 'TODO', done: 'DONE' };

const teamStatus = ({ statusCategory, scope, ...status }: JiraActiveStatus) => ({
  ...described(status),
  category: categories[statusCategory.key] ?? 'IN_PROGRESS',
  projectId: scope?.project?.id,
});

async function neverTouched(): Part<'priorities' | 'resolutionId' | 'ruleKey'> {
  const [priorities, resolutions, rules] = await Promise.all([
    configured.priorities(),
    configured.resolutions(),
    configured.rules(),
  ]);
  return {
    priorities,
    resolutionId: (resolutions.find(({ name }) => name === 'Done') ?? resolutions[0])?.id,
    ruleKey: rules.find(({ id }) => id.endsWith(ruleModule))?.id,
  };
}

/** The app's own screens, and those of the projects that were looked into. */
async function withScreens(reading: Omit<SiteReading, 'screens'>): Promise<SiteReading> {
  const ids = new Set([...reading.ownScreenIds, ...reading.projects.flatMap(({ screenIds = [] }) => screenIds)]);
  return { ...reading, screens: await Promise.all([...ids].map(screenReading)) };
}

const described = ({ id, name, description }: { id: string | number; name: string; description?: string }) => ({
  id: String(id),
  name,
  description: description ?? '',
});

const types: Readonly<Record<string, FieldType>> = {
  'com.atlassian.jira.plugin.system.customfieldtypes:select': 'select',
  'com.atlassian.jira.plugin.system.customfieldtypes:multiselect': 'multiselect',
  'com.atlassian.jira.plugin.system.customfieldtypes:datetime': 'datetime',
};

const wantedNames = new Set(
  wantedFields.flatMap(({ name, otherName, alsoCalled }) => [
    name.toLowerCase(),
    otherName.toLowerCase(),
    ...alsoCalled,
  ]),
);

/** Options are read of fields that may be taken for one of ours alone: a site may have hundreds of others. */
async function fieldReading(field: JiraCustomField): Promise<FieldReading> {
  const type = types[field.schema?.custom ?? ''] ?? 'other';
  const isAsked = type === 'select' && (wantedNames.has(field.name.toLowerCase()) || isOurs(described(field)));
  return {
    ...described(field),
    type,
    projectId: field.scope?.project?.id,
    contexts: isAsked ? await contextsOf(field.id) : [],
  };
}

async function contextsOf(field: string): Promise<FieldReading['contexts']> {
  const contexts = await configured.contexts(field);
  return Promise.all(
    contexts.map(async ({ id }) => ({
      id,
      options: (await configured.options(field, id))
        .filter(({ disabled }) => !disabled)
        .map((option) => ({ id: option.id, value: option.value })),
    })),
  );
}

/** The schemes, screens and workflows that may be the app's own. */
async function ownSchemes() {
  const [workflows, typeSchemes, screens, screenSchemes, typeScreenSchemes, workflowSchemes] = await Promise.all([
    configured.workflows(wantedProject.workflow),
    configured.typeSchemes(wantedProject.typeScheme),
    configured.screens(wantedProject.screen),
    configured.screenSchemes(wantedProject.screenScheme),
    configured.typeScreenSchemes(wantedProject.typeScreenScheme),
    configured.workflowSchemes(),
  ]);
  return {
    workflows: workflows.map(described),
    issueTypeSchemes: typeSchemes.map(described),
    ownScreenIds: screens.map(({ id }) => String(id)),
    screenSchemes: screenSchemes.map(described),
    typeScreenSchemes: typeScreenSchemes.map(described),
    workflowSchemes: workflowSchemes.map(described),
  };
}

async function screenReading(id: string): Promise<ScreenReading> {
  const [[screen], [tab]] = await Promise.all([configured.screen(id), configured.tabs(id)]);
  const fields = tab ? await fieldsOf(id) : [];
  return {
    ...described(screen ?? { id, name: '' }),
    tabId: tab && String(tab.id),
    fieldIds: fields,
  };
}

/** The fields on all of a screen's tabs: one that stands on another tab is on the screen as well. */
async function fieldsOf(screen: string): Promise<readonly string[]> {
  const tabs = await configured.tabs(screen);
  const lists = await Promise.all(tabs.map(({ id }) => configured.tabFields(screen, String(id))));
  return lists.flat().map(({ id }) => id);
}

async function projectReadings(): Part<'projects'> {
  return { projects: await Promise.all((await configured.projects()).map(projectReading)) };
}

async function projectReading(project: JiraAdminProject, place: number): Promise<ProjectReading> {
  const plain: ProjectReading = {
    ...described(project),
    key: project.key,
    style: project.style === 'next-gen' || project.simplified ? 'team-managed' : 'company-managed',
    issueTypeIds: (project.issueTypes ?? []).map(({ id }) => id),
  };
  const isLookedInto = plain.style === 'company-managed' && !isOurs(plain) && place < mostLookedInto;
  return isLookedInto ? { ...plain, ...(await schemesOf(plain)) } : plain;
}

async function schemesOf(project: ProjectReading): Promise<Pick<ProjectReading, 'issueTypeScheme' | 'screenIds'>> {
  const [[types], [screens]] = await Promise.all([
    configured.typeSchemesOf(project.id),
    configured.typeScreenSchemesOf(project.id),
  ]);
  return {
    ...(types && { issueTypeScheme: { id: types.issueTypeScheme.id, sharedBy: types.projectIds.length } }),
    screenIds: screens ? await screensOf(screens.issueTypeScreenScheme.id) : [],
  };
}

/** Every screen on which an issue of the scheme is created, edited or seen: fields belong on each of them. */
async function screensOf(scheme: string): Promise<readonly string[]> {
  const mappings = await configured.typeScreenMappings(scheme);
  const ids = [...new Set(mappings.map(({ screenSchemeId }) => screenSchemeId))];
  const schemes = (await Promise.all(ids.map((id) => configured.screenScheme(id)))).flat();
  return [...new Set(schemes.flatMap(({ screens }) => Object.values(screens).map(String)))];
}
