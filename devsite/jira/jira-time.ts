/** As Jira writes an instant: `2026-01-01T00:00:00.000+0000`. */
export const jiraTime = (at: number): string => `${new Date(at).toISOString().slice(0, -1)}+0000`;

const offsetWithoutColon = /([+-]\d{2})(\d{2})$/;

/** Epoch milliseconds of an instant as Jira reads it; undefined for anything else. */
export function readJiraTime(text: unknown): number | undefined {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}T/.test(text)) return undefined;
  const at = Date.parse(text.replace(offsetWithoutColon, '$1:$2'));
  return Number.isNaN(at) ? undefined : at;
}

export const isDay = (text: unknown): text is string =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
