import { type Records, readable } from '../kernel/records';
import { slotCount } from '../sla/domain/slot-aliases';
import { type Configuration, changeConfiguration, writtenConfiguration } from './configuration';
import { allVersions, type Row } from './edit-rows';
import { type Edit, editOf } from './edits';
import { keptBeside, withKept } from './kept-settings';
import { withLostCalendars } from './lost-calendars';
import { oweRecount } from './recount';
import { slotKey } from './slot-rows';
import { slotRows } from './version-rows';
import { knownVersion, withEdit } from './with-edit';

/** The configuration as the rows have it, and whether edits were missing from it until now. */
export interface Settled {
  readonly configuration: Configuration;
  readonly wasBehind: boolean;
}

/**
 * The configuration is compiled from rows that no two admins write at once, and is itself a value that two may write over
 * one another, or whose writer may die: what it lacks of the rows is joined in here, and a recount is owed then.
 * Undefined before the app is set up.
 */
export async function settled(records: Records): Promise<Settled | undefined> {
  const found = await records.setting(writtenConfiguration);
  if (!found) return undefined;
  const slots = Array.from({ length: slotCount }, (_, i) => slotKey(i + 1));
  const taken = await records.findAll(slotRows, slots);
  const fresh = taken.flatMap((row) => readable(row)?.value.body.definitionId ?? []);
  const kept = await keptBeside(records);
  const rows = await allVersions(found, fresh, records);
  const edits = missing(found, rows);
  const change = (one: Configuration) => withLostCalendars(withKept(edits.reduce(withEdit, one), kept), rows);
  const wasBehind = edits.length > 0;
  if (wasBehind)
    await oweRecount(
      records,
      edits
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? found.since,
    );
  const isSettled = change(found) === found;
  return { configuration: (!isSettled && (await changeConfiguration(records, change))) || found, wasBehind };
}

/** The same for a look that asks for no recount itself: the hourly schedule does. */
export const settledConfiguration = async (records: Records): Promise<Configuration | undefined> =>
  (await settled(records))?.configuration;

/** The edits that the configuration lacks: calendars before those who count by them, and away after them. */
function missing(configuration: Configuration, rows: readonly Row[]): readonly Edit[] {
  const edits = rows.map((row) => editOf(row, configuration.since));
  const isGone = (edit: Edit) => edits.some((one) => one.kind === edit.kind && one.id === edit.id && 'removed' in one);
  return edits
    .filter((edit) => {
      const known = knownVersion(configuration, edit);
      return edit.version > known && (known > 0 || !isGone(edit));
    })
    .sort((a, b) => a.version - b.version)
    .sort((a, b) => rank(a) - rank(b));
}

const rank = (edit: Edit): number => (edit.kind === 'service-level' ? 1 : 'removed' in edit ? 2 : 0);
