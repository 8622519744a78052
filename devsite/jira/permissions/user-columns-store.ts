import { chosen } from '../../platform/chosen';
import type { World } from '../world';

/** The columns that a person has of lists of issues; those of the site where none were chosen. */
export function columnsOfUser({ database }: World, accountId: string): readonly string[] {
  const row = database
    .sql('SELECT columns_json FROM jira_user_columns WHERE account_id = ?')
    .get<{ columns_json: string }>(accountId);
  return row ? JSON.parse(row.columns_json) : chosen.defaultColumns;
}

export const keepColumnsOfUser = ({ database }: World, accountId: string, columns: readonly string[]): void =>
  void database
    .sql('INSERT OR REPLACE INTO jira_user_columns (account_id, columns_json) VALUES (?, ?)')
    .run(accountId, JSON.stringify(columns));

export const forgetColumnsOfUser = ({ database }: World, accountId: string): void =>
  void database.sql('DELETE FROM jira_user_columns WHERE account_id = ?').run(accountId);
