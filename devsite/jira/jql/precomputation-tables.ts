/** What the app's JQL functions answered; `arguments_json` is a list of texts, one of `value` and `error` is null. */
export const precomputationTables = `
CREATE TABLE IF NOT EXISTS jira_precomputation (
  id TEXT PRIMARY KEY, function_key TEXT NOT NULL, function_name TEXT NOT NULL, field TEXT NOT NULL,
  operator TEXT NOT NULL, arguments_json TEXT NOT NULL, value TEXT, error TEXT, created INTEGER NOT NULL,
  updated INTEGER NOT NULL, used INTEGER NOT NULL, UNIQUE (function_key, field, operator, arguments_json));
`;
