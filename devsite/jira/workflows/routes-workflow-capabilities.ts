import type { Scoped, Workflow } from '../configuration/configuration';
import type { Project } from '../configuration/setup';
import type { Json } from '../json';
import { ok } from '../ok';
import { configuratorsOnly } from '../permissions/configurator';
import { READ_ONE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route } from '../route';
import { type AppRule, appRules, isOfferedIn } from './workflow-app-rules';
import { type SystemRule, systemRules } from './workflow-system-rules';
import { workflowUses } from './workflow-use';

/** A module's text; one to be translated stands by its key. */
const textOf = (text: Json): string => (typeof text === 'string' ? text : String(text?.i18n ?? ''));

const appRuleShape = ({ key, ruleKey, ruleType, module }: AppRule): Json => ({
  id: key,
  ruleKey,
  ruleType,
  name: textOf(module.name),
  description: textOf(module.description),
});

const systemRuleShape = ({
  ruleKey,
  ruleType,
  name,
  description,
  isAvailableForInitialTransition,
}: SystemRule): Json => ({
  ruleKey,
  ruleType,
  name,
  description,
  isAvailableForInitialTransition,
  isVisible: true,
  incompatibleRuleKeys: [],
});

function projectAsked({ world, query }: Call): Project | undefined {
  const [projectId, issueTypeId] = [query.text('projectId'), query.text('issueTypeId')];
  if (projectId === undefined && issueTypeId === undefined) return undefined;
  const use = workflowUses(world.setup).find(
    ({ project, typeId }) => String(project.id) === projectId && String(typeId) === issueTypeId,
  );
  if (!use) throw refuse(400, 'The project and issue type are not found together.');
  return use.project;
}

function workflowAsked({ world, query }: Call): Workflow | undefined {
  const id = query.text('workflowId');
  if (id === undefined) return undefined;
  const workflow = world.setup.workflows.get(id);
  if (!workflow) throw refuse(400, `The workflow with ID ${id} is not found.`);
  return workflow;
}

/** Of the workflow that is named, or that a type follows in a project; of global ones when nothing is named. */
function scopeAsked(call: Call): Scoped {
  const project = projectAsked(call);
  if (project) return { scopeProjectId: project.style === 'next-gen' ? project.id : undefined };
  return workflowAsked(call) ?? { scopeProjectId: undefined };
}

function capabilities(call: Call): Json {
  const scope = scopeAsked(call);
  configuratorsOnly(call, scope);
  const style = scope.scopeProjectId === undefined ? 'company-managed' : 'team-managed';
  return {
    editorScope: scope.scopeProjectId === undefined ? 'GLOBAL' : 'PROJECT',
    projectTypes: ['software', 'business', 'service_desk'],
    systemRules: systemRules.map(systemRuleShape),
    forgeRules: appRules(call.world.manifest)
      .filter((rule) => isOfferedIn(rule, style))
      .map(appRuleShape),
    connectRules: [],
    triggerRules: [],
  };
}

export const workflowCapabilityRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/workflows/capabilities',
    operationId: 'workflowCapabilities',
    scopes: ['manage:jira-configuration'],
    query: { workflowId: 'text', projectId: 'text', issueTypeId: 'text' },
    permission: 'administrators and the app; administrators of a project for its own',
    points: READ_ONE,
    answer: ok(capabilities),
  },
];
