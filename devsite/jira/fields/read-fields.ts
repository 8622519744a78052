import type { SiteDatabase } from '../../database';
import type { FieldContext, Option } from '../configuration/configuration';
import { describedIn, grouped, readAll, type SetupRow, scopeIn } from '../configuration/read-rows';
import type { Setup } from '../configuration/setup';
import { defaultSearcher } from './field-types';

const option = ({ id, value, disabled }: SetupRow): Option => ({ id, value, disabled: disabled === 1 });

const context = (row: SetupRow, options: readonly SetupRow[]): FieldContext => ({
  ...describedIn(row),
  projectIds: JSON.parse(row.projects_json),
  issueTypeIds: JSON.parse(row.types_json),
  options: options.map(option),
  defaultOptionId: row.default_option_id ?? undefined,
});

const searcherOf = ({ type, searcher_key }: SetupRow): string | undefined =>
  searcher_key === '' ? undefined : (searcher_key ?? defaultSearcher(type));

/** A field whose app is gone is in no trash. */
const inTrash = 'trashed_at IS NOT NULL AND app_key IS NULL';

/** Custom fields with their contexts and options: those that are there, or those in the trash. */
export function readCustomFields(database: SiteDatabase, which: 'kept' | 'trashed' = 'kept'): Setup['fields'] {
  const optionsIn = grouped(database.sql('SELECT * FROM jira_option ORDER BY position, id').all(), 'context_id');
  const contextsOf = grouped(database.sql('SELECT * FROM jira_field_context ORDER BY id').all(), 'field_id');
  return readAll(
    database,
    `(SELECT * FROM jira_field WHERE ${which === 'kept' ? 'trashed_at IS NULL' : inTrash})`,
    (row) => ({
      ...describedIn(row),
      ...scopeIn(row),
      type: row.type,
      appKey: row.app_key ?? undefined,
      searcherKey: searcherOf(row),
      contexts: contextsOf(row.id).map((each) => context(each, optionsIn(each.id))),
    }),
    'position, id',
  );
}
