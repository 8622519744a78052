import { chosen } from '../../platform/chosen';
import { changeIssue } from '../issues/change';
import { issueOf } from '../issues/issue';
import type { IssueRow } from '../schema';
import type { World } from '../world';

/** Issues of a type in a project go from one status to another. */
export interface StatusMigration {
  readonly projectId: number;
  readonly typeId: number;
  readonly from: number;
  readonly to: number;
}

const rowsIn = (world: World, { projectId, typeId, from }: StatusMigration): readonly IssueRow[] =>
  world.database
    .sql('SELECT * FROM jira_issue WHERE project_id = ? AND status_id = ? AND type_id = ? ORDER BY id')
    .all<IssueRow>(projectId, from, typeId);

/** Tells nobody, when that is what was chosen. */
const telling = (world: World): World => (chosen.migrationTellsEvents ? world : { ...world, emit: () => {} });

/**
 * Gives issues whose workflow changed the statuses that they are mapped to, each in a history of its own: no transition
 * is made, so no rule runs and the resolution stays.
 */
export function migrateStatuses(world: World, actor: string, migrations: readonly StatusMigration[]): void {
  const found = migrations.flatMap((migration) => rowsIn(world, migration).map((row) => ({ row, to: migration.to })));
  const quiet = telling(world);
  for (const { row, to } of found) changeIssue(quiet, issueOf(row), actor, new Map([['status', to]]));
}
