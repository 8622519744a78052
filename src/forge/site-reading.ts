import type { Choices } from '../set-up/domain/choices';
import type { SiteReading, StatusCategory } from '../set-up/domain/reading';
import { nothingRemembered, type Remembered } from '../set-up/domain/remembered';
import type { Step } from '../set-up/domain/step';
import { wantedProject } from '../set-up/domain/wish';
import { fieldReadings, withContextsOf } from './field-reading';
import { configured, type JiraActiveStatus, type JiraStatusDetails } from './jira-admin';
import { described } from './jira-described';
import { projectReadings, projectsAgain } from './project-reading';
import { screenReadings, tabAgain } from './screen-reading';

/** The key of the app's own rule as a site lists it ends with its module's key. */
const ruleModule = '/static/pending-reason-given';

type Part<Key extends keyof SiteReading> = Promise<Pick<SiteReading, Key>>;

/** What the site has, read as the admin who asks; the screens of those projects alone that these choices may take in. */
export async function readSite(
  choices: Choices,
  { things }: Pick<Remembered, 'things'> = nothingRemembered,
): Promise<SiteReading> {
  const named = [...Object.values(choices.items).map(adopted), ...Object.values(things).map(({ id }) => id)];
  const [types, fields, links, statuses, schemes, projects, rest] = await Promise.all([
    issueTypes(),
    fieldReadings([], named),
    linkTypes(),
    allStatuses(),
    ownSchemes(),
    projectReadings(choices),
    neverTouched(),
  ]);
  const ids = [...schemes.ownScreenIds, ...projects.flatMap(({ screenIds = [] }) => screenIds)];
  const screens = await screenReadings([...new Set(ids)]);
  return { ...types, fields, ...links, ...statuses, ...schemes, projects, ...rest, screens };
}

const adopted = (choice: string): string => choice.replace('adopt:', '');

type Reader = {
  readonly [Kind in Step['do']]: (
    step: Extract<Step, { do: Kind }>,
    before: SiteReading,
  ) => Promise<Partial<SiteReading>>;
};

/** By write, the one thing of a reading that it can have changed. */
const readers: Reader = {
  'create-issue-type': () => issueTypes(),
  'create-field': async (_step, { fields }) => ({ fields: await fieldReadings(fields) }),
  'create-context': async ({ fieldId }, { fields }) => ({ fields: await withContextsOf(fieldId, fields) }),
  'add-options': async ({ fieldId }, { fields }) => ({ fields: await withContextsOf(fieldId, fields) }),
  'create-link-type': () => linkTypes(),
  'create-statuses': () => allStatuses(),
  'create-workflow': () => own.workflows(),
  'create-screen': async (_step, { screens }) => {
    const { ownScreenIds } = await own.ownScreenIds();
    const fresh = await screenReadings(ownScreenIds.filter((id) => !screens.some((screen) => screen.id === id)));
    return { ownScreenIds, screens: [...screens, ...fresh] };
  },
  'create-screen-tab': async ({ screenId }, { screens }) => {
    const [again] = await screenReadings([screenId]);
    return { screens: screens.map((screen) => (screen.id === screenId ? (again ?? screen) : screen)) };
  },
  'add-field-to-screen': async ({ screenId, tabId }, { screens }) => ({
    screens: await Promise.all(screens.map((screen) => (screen.id === screenId ? tabAgain(screen, tabId) : screen))),
  }),
  'create-screen-scheme': () => own.screenSchemes(),
  'create-type-screen-scheme': () => own.typeScreenSchemes(),
  'create-type-scheme': () => own.issueTypeSchemes(),
  'create-workflow-scheme': () => own.workflowSchemes(),
  'add-types-to-scheme': async (_step, { projects }) => ({ projects: await projectsAgain(projects) }),
  'create-project': async (_step, { projects }) => ({ projects: await projectsAgain(projects) }),
};

/** A site just read, with what a write can have changed of it read again. */
export async function readAgain<Kind extends Step['do']>(
  before: SiteReading,
  step: Extract<Step, { do: Kind }>,
): Promise<SiteReading> {
  const reader = readers[step.do] as Reader[Kind];
  return { ...before, ...(await reader(step, before)) };
}

async function issueTypes(): Part<'issueTypes'> {
  const types = await configured.issueTypes();
  return {
    issueTypes: types.map(({ subtask, scope, ...type }) => ({
      ...described(type),
      isSubtask: subtask,
      projectId: scope?.project?.id,
    })),
  };
}

const linkTypes = async (): Part<'linkTypes'> => ({ linkTypes: await configured.linkTypes() });

async function allStatuses(): Part<'statuses'> {
  const [common, active] = await Promise.all([configured.statuses(), configured.activeStatuses()]);
  return { statuses: [...common.map(commonStatus), ...active.filter(({ scope }) => scope?.project).map(teamStatus)] };
}

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

/** The schemes, screens and workflows that may be the app's own. */
const own = {
  workflows: async (): Part<'workflows'> => ({
    workflows: (await configured.workflows(wantedProject.workflow)).map(described),
  }),
  issueTypeSchemes: async (): Part<'issueTypeSchemes'> => ({
    issueTypeSchemes: (await configured.typeSchemes(wantedProject.typeScheme)).map(described),
  }),
  ownScreenIds: async (): Part<'ownScreenIds'> => ({
    ownScreenIds: (await configured.screens(wantedProject.screen)).map(({ id }) => String(id)),
  }),
  screenSchemes: async (): Part<'screenSchemes'> => ({
    screenSchemes: (await configured.screenSchemes(wantedProject.screenScheme)).map(described),
  }),
  typeScreenSchemes: async (): Part<'typeScreenSchemes'> => ({
    typeScreenSchemes: (await configured.typeScreenSchemes(wantedProject.typeScreenScheme)).map(described),
  }),
  workflowSchemes: async (): Part<'workflowSchemes'> => ({
    workflowSchemes: (await configured.workflowSchemes()).map(described),
  }),
};

async function ownSchemes() {
  const [workflows, types, screens, screenSchemes, typeScreenSchemes, workflowSchemes] = await Promise.all([
    own.workflows(),
    own.issueTypeSchemes(),
    own.ownScreenIds(),
    own.screenSchemes(),
    own.typeScreenSchemes(),
    own.workflowSchemes(),
  ]);
  return { ...workflows, ...types, ...screens, ...screenSchemes, ...typeScreenSchemes, ...workflowSchemes };
}
