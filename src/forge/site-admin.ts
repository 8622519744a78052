import { allow, refuse } from '../kernel/result';
import type { Removal } from '../set-up/domain/removal';
import type { ProjectDraft, Step, WorkflowDraft } from '../set-up/domain/step';
import type { SiteAdmin } from '../set-up/ports';
import { JiraRefused } from './jira';
import { configure, configured, unconfigure } from './jira-admin';
import { readAgain, readSite } from './site-reading';

/** Jira's configuration by the rights of the admin who asks. */
export const siteAdmin = (accountId: string): SiteAdmin => ({
  read: readSite,
  readAgain,
  carryOut: async (step) => taken(await write(step, accountId)),
  uses: async (removal) => {
    const jql = jqlOfUse(removal);
    return jql === undefined ? 0 : ((await configured.count(jql)) ?? 'unknown');
  },
  remove: async ({ kind, id }) => taken(await unconfigure[kind](id)),
});

type Answer = Awaited<ReturnType<typeof configure.issueType>>;

/** A rate limit or an outage throws; what Jira will not take it says in words. */
async function taken(answer: Answer) {
  if (answer.ok || answer.status === 303) return allow(null);
  if (answer.status === 429 || answer.status >= 500)
    throw new JiraRefused('set-up', answer.status, answer.headers.get('Retry-After'));
  return refuse({ status: answer.status, words: wordsOf(await answer.text()) });
}

function wordsOf(text: string): string {
  try {
    const { errorMessages = [], errors = {} } = JSON.parse(text);
    return [...errorMessages, ...Object.values(errors)].map(String).join(' ') || text;
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

const customType = { select: 'select', multiselect: 'multiselect', datetime: 'datetime' } as const;
const searcher = {
  select: 'multiselectsearcher',
  multiselect: 'multiselectsearcher',
  datetime: 'datetimerange',
} as const;
const plugin = 'com.atlassian.jira.plugin.system.customfieldtypes';

type Writer = {
  readonly [Kind in Step['do']]: (step: Extract<Step, { do: Kind }>, accountId: string) => Promise<Answer>;
};

const writers: Writer = {
  'create-issue-type': ({ name, description }) => configure.issueType({ name, description, hierarchyLevel: 0 }),
  'create-field': ({ name, description, type }) =>
    configure.field({
      name,
      description,
      type: `${plugin}:${customType[type]}`,
      searcherKey: `${plugin}:${searcher[type]}`,
    }),
  'create-context': ({ fieldId, name }) => configure.context(fieldId, { name, projectIds: [], issueTypeIds: [] }),
  'add-options': ({ fieldId, contextId, values }) =>
    configure.options(fieldId, contextId, { options: values.map((value) => ({ value })) }),
  'create-link-type': ({ name, inward, outward }) => configure.linkType({ name, inward, outward }),
  'create-statuses': ({ statuses }) =>
    configure.statuses({
      scope: { type: 'GLOBAL' },
      statuses: statuses.map(({ name, description, category }) => ({ name, description, statusCategory: category })),
    }),
  'create-workflow': ({ workflow }) => configure.workflow(workflowAsk(workflow)),
  'create-screen': ({ name, description }) => configure.screen({ name, description }),
  'create-screen-tab': ({ screenId, name }) => configure.tab(screenId, { name }),
  'add-field-to-screen': ({ screenId, tabId, fieldId }) => configure.tabField(screenId, tabId, { fieldId }),
  'create-screen-scheme': ({ name, description, screenId }) =>
    configure.screenScheme({ name, description, screens: { default: Number(screenId) } }),
  'create-type-screen-scheme': ({ name, description, screenSchemeId }) =>
    configure.typeScreenScheme({
      name,
      description,
      issueTypeMappings: [{ issueTypeId: 'default', screenSchemeId }],
    }),
  'create-type-scheme': ({ name, description, issueTypeIds }) =>
    configure.typeScheme({ name, description, issueTypeIds, defaultIssueTypeId: issueTypeIds[0] }),
  'create-workflow-scheme': ({ name, description, workflow }) =>
    configure.workflowScheme({ name, description, defaultWorkflow: workflow }),
  'add-types-to-scheme': ({ schemeId, issueTypeIds }) => configure.typesOfScheme(schemeId, { issueTypeIds }),
  'create-project': ({ project }, accountId) => configure.project(projectAsk(project, accountId)),
};

const write = <Kind extends Step['do']>(step: Extract<Step, { do: Kind }>, accountId: string): Promise<Answer> =>
  (writers[step.do] as Writer[Kind])(step, accountId);

const projectAsk = (project: ProjectDraft, accountId: string) => ({
  key: project.key,
  name: project.name,
  description: project.description,
  leadAccountId: accountId,
  projectTypeKey: 'business',
  assigneeType: 'UNASSIGNED',
  issueTypeScheme: Number(project.issueTypeSchemeId),
  issueTypeScreenScheme: Number(project.typeScreenSchemeId),
  workflowScheme: Number(project.workflowSchemeId),
});

const workflowAsk = ({ name, description, statuses, moves }: WorkflowDraft) => ({
  scope: { type: 'GLOBAL' },
  statuses: statuses.map(({ id, name: status, description: text, category, reference }) => ({
    id,
    name: status,
    description: text,
    statusCategory: category,
    statusReference: reference,
  })),
  workflows: [
    {
      name,
      description,
      startPointLayout: { x: -100, y: 0 },
      statuses: statuses.map(({ reference }, place) => ({
        statusReference: reference,
        layout: { x: 200 * place, y: 0 },
        properties: {},
      })),
      transitions: moves.map(transitionAsk),
    },
  ],
});

function transitionAsk({ id, name, from, to, demands, resolution }: WorkflowDraft['moves'][number]) {
  return {
    id,
    name,
    type: from.length ? 'DIRECTED' : 'INITIAL',
    toStatusReference: to,
    links: from.map((reference) => ({ fromStatusReference: reference, fromPort: 0, toPort: 1 })),
    actions: resolution === undefined ? [] : [resolves(resolution)],
    validators: demands ? [ruleAsk(demands)] : [],
    triggers: [],
    properties: {},
  };
}

const resolves = (resolution: string | null) => ({
  ruleKey: 'system:update-field',
  parameters: { field: 'resolution', value: resolution ?? '', mode: 'replace' },
});

const ruleAsk = ({ fieldId, rule, ruleId }: NonNullable<WorkflowDraft['moves'][number]['demands']>) => ({
  ruleKey: 'forge:expression-validator',
  parameters: { key: rule, config: JSON.stringify({ field: fieldId }), id: ruleId, disabled: 'false', tag: '' },
});

/** The issues that use it; undefined where Jira itself says whether it can go. */
function jqlOfUse({ kind, id }: Removal): string | undefined {
  if (kind === 'project') return `project = ${id}`;
  if (kind === 'issue-type') return `issuetype = ${id}`;
  if (kind === 'status') return `status = ${id}`;
  if (kind === 'field') return `cf[${id.replace('customfield_', '')}] is not EMPTY`;
  return undefined;
}
