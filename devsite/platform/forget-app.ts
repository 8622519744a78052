import type { SiteDatabase } from '../database';

/** What an installation of the app holds on the platform: its storage, what was on its way to it, its addresses. */
const held = [
  'kvs_entry',
  'kvs_index_row',
  'event_delivery',
  'queue_entry',
  'queue_job',
  'platform_pulse',
  'web_trigger_address',
];

/**
 * Empties what the last installation left: an app that is installed again begins with nothing. The platform keeps the
 * storage for 28 days, and gives it back only where Atlassian is asked to, which is not simulated:
 * https://developer.atlassian.com/platform/forge/storage-reference/hosted-storage-data-lifecycle/ (2026-08).
 */
export function forgetApp(database: SiteDatabase): void {
  for (const table of held) database.exec(`DELETE FROM ${table}`);
  database.exec('UPDATE kvs_settled SET until = 0');
}
