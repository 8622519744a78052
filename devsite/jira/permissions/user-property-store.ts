import type { World } from '../world';

/** A value as JSON text; undefined where there is none. */
export const userProperty = ({ database }: World, accountId: string, key: string): string | undefined =>
  database
    .sql('SELECT value_json FROM jira_user_property WHERE account_id = ? AND key = ?')
    .get<{ value_json: string }>(accountId, key)?.value_json;

export const userPropertyKeys = ({ database }: World, accountId: string): readonly string[] =>
  database
    .sql('SELECT key FROM jira_user_property WHERE account_id = ? ORDER BY key')
    .all<{ key: string }>(accountId)
    .map(({ key }) => key);

export const setUserProperty = ({ database }: World, accountId: string, key: string, text: string): void =>
  void database
    .sql('INSERT OR REPLACE INTO jira_user_property (account_id, key, value_json) VALUES (?, ?, ?)')
    .run(accountId, key, text);

export const dropUserProperty = ({ database }: World, accountId: string, key: string): void =>
  void database.sql('DELETE FROM jira_user_property WHERE account_id = ? AND key = ?').run(accountId, key);
