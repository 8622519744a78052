import type { Workflow } from '../configuration/configuration';
import type { Project, Setup } from '../configuration/setup';
import { type Refusal, refuse } from '../refusal';
import type { Call } from '../route';
import { migrateStatuses, type StatusMigration } from '../workflows/status-migration';
import { startWorkflowTask } from '../workflows/workflow-task';
import { type WorkflowUse, workflowUses } from '../workflows/workflow-use';
import type { SchemeParts } from './workflow-scheme-store';

/** An issue type of a project whose workflow changes, and the statuses that its new one does not have. */
export interface WorkflowChange {
  readonly projectId: number;
  readonly typeId: number;
  readonly before: Workflow;
  readonly after: Workflow;
  readonly going: readonly number[];
}

/** Where issues go from a status that goes; undefined: nowhere. */
export type Mapping = (change: WorkflowChange, statusId: number) => number | undefined;

const statusIds = ({ statuses }: Workflow): readonly number[] => statuses.map(({ statusId }) => statusId);

function changeOf(setup: Setup, use: WorkflowUse, parts: SchemeParts): WorkflowChange[] {
  const after = setup.workflows.get(parts.workflowIds.get(use.typeId) ?? parts.defaultWorkflowId);
  if (!after || after === use.workflow) return [];
  const staying = statusIds(after);
  const going = statusIds(use.workflow).filter((id) => !staying.includes(id));
  return [{ projectId: use.project.id, typeId: use.typeId, before: use.workflow, after, going }];
}

/** What changes in projects when their scheme becomes this one. */
export const changesOf = (setup: Setup, projects: readonly Project[], parts: SchemeParts): readonly WorkflowChange[] =>
  workflowUses(setup)
    .filter(({ project }) => projects.includes(project))
    .flatMap((use) => changeOf(setup, use, parts));

const missingMappings = (typeId: number, statuses: readonly number[]): Refusal =>
  refuse(
    400,
    `Issue type with ID '${typeId}' is missing the mappings required for statuses with IDs ${statuses.join(',')}.`,
  );

/** Where everything goes; 400 when a status that goes is not mapped, or to one that its new workflow does not have. */
export function migrationsOf(changes: readonly WorkflowChange[], mapping: Mapping): readonly StatusMigration[] {
  return changes.flatMap((change) => {
    const { projectId, typeId, after, going } = change;
    const missing = going.filter((statusId) => mapping(change, statusId) === undefined);
    if (missing.length > 0) throw missingMappings(typeId, missing);
    const all = going.map((from) => ({ projectId, typeId, from, to: mapping(change, from) ?? from }));
    const strange = all.find(({ to }) => !statusIds(after).includes(to));
    if (strange) throw refuse(400, `The status with ID ${strange.to} is not in the workflow "${after.name}".`);
    return all;
  });
}

/** Moves the issues and answers the id of the task that does it. */
export function migrate(call: Call, description: string, migrations: readonly StatusMigration[]): number {
  const { world, caller } = call;
  migrateStatuses(world, caller.accountId, migrations);
  return startWorkflowTask(world, description, caller.accountId);
}
