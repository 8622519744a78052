import { mappingsIn } from '../configuration/read-rows';
import { nextId } from '../ids';
import type { World } from '../world';
import type { SchemeParts } from './workflow-scheme-store';

/** What an active scheme is to become. */
export interface SchemeDraft extends SchemeParts {
  readonly id: number;
  readonly modified: number;
  readonly modifiedBy: string;
}

export function draftOf({ database }: World, schemeId: number): SchemeDraft | undefined {
  const row = database
    .sql('SELECT draft_json FROM jira_workflow_scheme WHERE id = ?')
    .get<{ draft_json: string | null }>(schemeId);
  if (!row?.draft_json) return undefined;
  const draft = JSON.parse(row.draft_json);
  return { ...draft, workflowIds: mappingsIn<string>(JSON.stringify(draft.workflowIds)) };
}

const keep = ({ database }: World, schemeId: number, json: string | null): void =>
  void database.sql('UPDATE jira_workflow_scheme SET draft_json = ? WHERE id = ?').run(json, schemeId);

/** Makes or changes the draft of a scheme, which can have one. */
export function writeDraft(world: World, schemeId: number, parts: SchemeParts, modifiedBy: string): SchemeDraft {
  const { name, description, defaultWorkflowId, workflowIds } = parts;
  const id = draftOf(world, schemeId)?.id ?? nextId(world.database, 'jira_workflow_scheme');
  const draft = { id, name, description, defaultWorkflowId, modified: world.clock.now(), modifiedBy };
  keep(world, schemeId, JSON.stringify({ ...draft, workflowIds: Object.fromEntries(workflowIds) }));
  return { ...draft, workflowIds };
}

export const deleteDraft = (world: World, schemeId: number): void => keep(world, schemeId, null);
