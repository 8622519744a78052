/** To whose members alone something is shown: those of a group, by its name, or of a role; neither: to everyone. */
export interface Restricted {
  readonly visible_group: string | null;
  readonly visible_role: number | null;
}

/** The columns that hold it. */
export const restrictedColumns = { visible_group: 'TEXT', visible_role: 'INTEGER' };
export const restrictedTables: readonly string[] = ['jira_comment', 'jira_worklog'];
