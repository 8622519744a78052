import type { WorkflowScheme } from '../configuration/configuration';
import type { Setup } from '../configuration/setup';
import { jiraTime } from '../jira-time';
import type { Json } from '../json';
import { countedUser, REST } from '../shapes';
import type { World } from '../world';
import type { SchemeDraft } from './workflow-scheme-draft';
import type { SchemeParts } from './workflow-scheme-store';

export const workflowName = ({ workflows }: Setup, id: string): string => workflows.get(id)?.name ?? '';

const namesByType = (setup: Setup, { workflowIds }: SchemeParts): Readonly<Record<string, string>> =>
  Object.fromEntries([...workflowIds].map(([typeId, id]) => [String(typeId), workflowName(setup, id)]));

const partsShape = (setup: Setup, parts: SchemeParts): Json => ({
  name: parts.name,
  description: parts.description,
  defaultWorkflow: workflowName(setup, parts.defaultWorkflowId),
  issueTypeMappings: namesByType(setup, parts),
});

/** A scheme as the classic calls answer it, its workflows by name. */
export const schemeShape = ({ setup }: World, scheme: WorkflowScheme): Json => ({
  id: scheme.id,
  ...partsShape(setup, scheme),
  draft: false,
  self: `${REST}/workflowscheme/${scheme.id}`,
});

export function draftShape({ setup }: World, scheme: WorkflowScheme, draft: SchemeDraft): Json {
  const person = setup.users.get(draft.modifiedBy);
  return {
    id: draft.id,
    ...partsShape(setup, draft),
    draft: true,
    originalDefaultWorkflow: workflowName(setup, scheme.defaultWorkflowId),
    originalIssueTypeMappings: namesByType(setup, scheme),
    lastModified: jiraTime(draft.modified),
    ...(person && { lastModifiedUser: countedUser(setup, person) }),
    self: `${REST}/workflowscheme/${scheme.id}/draft`,
  };
}
