import { sameName } from '../configuration/name-check';
import type { WorkflowAsk } from './workflow-ask';
import { error, type Finding, repeated } from './workflow-finding';
import { mappingFindings } from './workflow-mapping-findings';
import { isStale, staleVersion, type WorkflowPlan, workflowBefore } from './workflow-plan';
import { statusFindings } from './workflow-status-findings';
import { transitionFindings } from './workflow-transition-findings';

/** Chosen here. */
const MOST_NAME = 255;

function nameFindings({ world, scopeProjectId, ask }: WorkflowPlan, { name }: WorkflowAsk): Finding[] {
  if (name === undefined) return [];
  if (name === '' || name.length > MOST_NAME)
    return [error('WORKFLOW', 'INVALID_WORKFLOW_NAME', `A workflow name has 1 to ${MOST_NAME} characters.`)];
  const kept = [...world.setup.workflows.values()].filter((other) => other.scopeProjectId === scopeProjectId);
  const others = [...kept.map((other) => other.name), ...ask.workflows.map((other) => other.name ?? '')];
  if (others.filter((other) => sameName(other, name)).length === 1) return [];
  return [error('WORKFLOW', 'NON_UNIQUE_WORKFLOW_NAME', `Workflow name "${name}" already in use.`)];
}

function layoutFindings({ statuses: declared }: WorkflowPlan, { statuses, transitions }: WorkflowAsk): Finding[] {
  const references = statuses.map(({ reference }) => reference);
  const layoutError = (code: string, message: string) => (statusReference: string) =>
    error('STATUS_LAYOUT', code, message, { statusReference });
  const unreached = references
    .filter((reference) => !transitions.some(({ to }) => to === reference))
    .map(layoutError('NO_INBOUND_TRANSITIONS_TO_STATUS', 'No transition leads to the status.'));
  return [
    ...(statuses.length > 0 ? [] : [error('WORKFLOW', 'MISSING_STATUSES', 'A workflow has at least one status.')]),
    ...repeated(references).map(layoutError('NON_UNIQUE_STATUS_IN_WORKFLOW', 'A status stands in a workflow once.')),
    ...references
      .filter((reference) => !declared.has(reference))
      .map(layoutError('STATUS_REFERENCE_NOT_FOUND', 'The status is not among those of the call.')),
    ...unreached.map((finding): Finding => ({ ...finding, level: 'WARNING' })),
  ];
}

function presenceFindings(plan: WorkflowPlan, workflow: WorkflowAsk): Finding[] {
  if (workflow.id === undefined) return [];
  const before = workflowBefore(plan, workflow);
  if (!before) return [error('WORKFLOW', 'WORKFLOW_NOT_FOUND', `The workflow with ID ${workflow.id} is not found.`)];
  if (isStale(before, workflow)) return [error('WORKFLOW', 'STALE_WORKFLOW_VERSION', staleVersion(before))];
  if (before.scopeProjectId === plan.scopeProjectId) return [];
  return [error('SCOPE', 'INVALID_SCOPE', 'All workflows of a call are of one scope.')];
}

const ofWorkflow = (plan: WorkflowPlan, workflow: WorkflowAsk): Finding[] => [
  ...presenceFindings(plan, workflow),
  ...nameFindings(plan, workflow),
  ...layoutFindings(plan, workflow),
  ...transitionFindings(plan, workflow),
  ...mappingFindings(plan, workflow),
];

/** Everything that validation has to say of a call. */
export const workflowFindings = (plan: WorkflowPlan): readonly Finding[] => [
  ...statusFindings(plan),
  ...plan.ask.workflows.flatMap((workflow) => ofWorkflow(plan, workflow)),
];
