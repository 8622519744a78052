import type { SiteDatabase } from '../database';

/** Ids that a fresh site of Jira Cloud would give, roughly; each kind counts on from its own. */
const FIRST: Readonly<Record<string, number>> = {
  jira_priority: 1,
  jira_role: 10_002,
  jira_option: 10_020,
  jira_field: 10_050,
  jira_field_context: 10_150,
  jira_screen: 1,
  jira_screen_scheme: 1,
  jira_issue_type_screen_scheme: 1,
  jira_permission_scheme: 0,
  jira_permission: 10_000,
  jira_workflow: 1,
};

const OTHERWISE_FIRST = 10_000;

/** The next id of a table of the configuration; one that was given is never given again. */
export function nextId(database: SiteDatabase, table: string): number {
  const next = database
    .sql(
      `INSERT INTO jira_counter (name, last) VALUES (?, ?)
      ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last`,
    )
    .get<{ last: number }>(table, FIRST[table] ?? OTHERWISE_FIRST);
  return next?.last ?? OTHERWISE_FIRST;
}

/** The next id that no field of the app has. */
export function nextFieldId(database: SiteDatabase): string {
  for (;;) {
    const id = `customfield_${nextId(database, 'jira_field')}`;
    if (database.sql('SELECT 1 FROM jira_field WHERE id = ?').get(id) === undefined) return id;
  }
}

const kinds = {
  group: '00000000',
  status: '00000001',
  workflow: '00000002',
  version: '00000003',
  rule: '00000004',
  issueType: '00000005',
};

/** A UUID that stands for the nth thing of a kind. */
export const uuidOf = (kind: keyof typeof kinds, nth: number): string =>
  `${kinds[kind]}-0000-4000-8000-${String(nth).padStart(12, '0')}`;

/** The next UUID of a kind; `uuidOf` status is that of the status of this id. */
export const nextUuid = (database: SiteDatabase, kind: keyof typeof kinds): string =>
  uuidOf(kind, nextId(database, kind === 'workflow' ? 'jira_workflow' : `uuid of ${kind}`));

/** Writes a row of the configuration; `columns` without an `id` get the next one. Answers the id. */
export function insertRow(database: SiteDatabase, table: string, columns: Readonly<Record<string, unknown>>): number {
  const row: Record<string, unknown> = { ...columns, id: columns.id ?? nextId(database, table) };
  const names = Object.keys(row);
  database
    .sql(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
    .run(...Object.values(row));
  return Number(row.id);
}
