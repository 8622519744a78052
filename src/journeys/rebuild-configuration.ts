import * as v from 'valibot';
import { defaultMatrix } from '../incident/domain/priority-matrix';
import { settingIn } from '../kernel/reading';
import { asStored } from '../kernel/setting';
import { toIso } from '../kernel/time';
import { noStatuses, withListed } from '../sla/domain/status-categories';
import { type Configuration, ConfigurationParts, configurationKey, writtenConfiguration } from './configuration';
import { trimmed } from './configuration-size';
import { allVersions } from './edit-rows';
import { type Edit, editOf } from './edits';
import type { Following } from './following';
import { byName } from './found-by-name';
import { type KeptBeside, keptBeside, withKept } from './kept-settings';
import { withLostCalendars } from './lost-calendars';
import { recordOrder } from './record-order';
import { oweRecount } from './recount';
import type { SiteShape } from './site-shape';
import { withEdit } from './with-edit';

type Parts = Partial<Configuration>;

/**
 * Compiles the configuration anew where it cannot be read: its parts that can be stay as they are, the others follow from
 * the versions on record, from what admins settled and from the site. It stays unreadable, and is told of, where these
 * do not suffice.
 */
export async function rebuildConfiguration(site: () => Promise<SiteShape>, world: Following): Promise<void> {
  const { records, now } = world;
  const stored = await records.setting(asStored(configurationKey));
  if (settingIn(writtenConfiguration, stored).ok) return;
  const parts = readableParts(stored);
  const rebuilt = await compiled(parts, await site(), world);
  if (!rebuilt) return;
  await records.putSetting(writtenConfiguration, rebuilt);
  await oweRecount(records, toIso(now()));
  const unread = Object.keys({ ...(stored as object), ...rebuilt }).filter((part) => !(part in parts));
  const reason = unread.filter((part) => part in ConfigurationParts.entries).join(', ');
  await recordOrder({ actor: 'app', action: 'configuration.rebuilt', ...(reason && { reason }) }, world);
}

function readableParts(stored: unknown): Parts {
  if (typeof stored !== 'object' || stored === null) return {};
  const parts = Object.entries(ConfigurationParts.entries).flatMap(([name, shape]) => {
    const read = v.safeParse(shape, (stored as Record<string, unknown>)[name]);
    return read.success && read.output !== undefined ? [[name, read.output] as const] : [];
  });
  return Object.fromEntries(parts);
}

async function compiled(
  parts: Parts,
  site: SiteShape,
  { records, now }: Following,
): Promise<Configuration | undefined> {
  const beside = await keptBeside(records);
  const gone = await goneBy(parts, beside, site);
  if (!gone) return undefined;
  const base: Configuration = {
    since: toIso(now()),
    showNextDue: true,
    statuses: withListed(noStatuses, site.statuses),
    definitions: [],
    calendars: [],
    ...(site.nextDueField && { nextDueField: site.nextDueField }),
    ...parts,
    ...gone,
  };
  const rows = await allVersions(base, [], records);
  const edits = rows.map((row) => editOf(row, base.since)).sort((a, b) => a.version - b.version);
  const versioned = withDefinitions(withCalendars(base, parts, edits), parts, edits);
  return withLostCalendars(withKept(trimmed(versioned), beside), rows);
}

/** The issue types and the priority's rule; a mapping of the set-up says them, or the site's names as an install reads them. */
async function goneBy(
  { incidentTypes, priority }: Parts,
  { applied }: KeptBeside,
  site: SiteShape,
): Promise<Pick<Configuration, 'incidentTypes' | 'priority'> | undefined> {
  if (incidentTypes && priority) return { incidentTypes, priority };
  const matrix = defaultMatrix.map((row) => [...row]);
  const unmapped = { field: '', levels: {} };
  if (applied) {
    const { impact = unmapped, urgency = unmapped, priorities } = applied.mapping;
    const mapped = { impact, urgency, priorities: [...priorities], matrix };
    return { incidentTypes: incidentTypes ?? [...applied.mapping.incidentTypes], priority: priority ?? mapped };
  }
  const found = await byName(site);
  if (!found.ok) return undefined;
  const { incidentTypes: types, priorities, ...levels } = found.value;
  const named = { ...levels, priorities: [...priorities], matrix };
  return { incidentTypes: incidentTypes ?? [...types], priority: priority ?? named };
}

/** The last version of each calendar that is there; those that only former versions count by are found by their rows. */
function withCalendars(
  base: Configuration,
  { calendars, calendarVersions }: Parts,
  edits: readonly Edit[],
): Configuration {
  const last = new Map(edits.filter(({ kind }) => kind === 'calendar').map((edit) => [edit.id, edit]));
  const present = [...last.values()].filter((edit) => 'calendar' in edit);
  const own = present.flatMap((edit) => ('calendar' in edit ? [edit.calendar] : []));
  const versions = Object.fromEntries(present.map(({ id, version }) => [id, version]));
  if (calendars) return { ...base, calendarVersions: calendarVersions ?? versions };
  return { ...base, calendars: own, calendarVersions: versions };
}

/** Every version of each service level, one after the other; a slot of one that was removed stays its own. */
function withDefinitions(
  base: Configuration,
  { definitions, retiredSlots }: Parts,
  edits: readonly Edit[],
): Configuration {
  const levels = edits.filter(({ kind }) => kind === 'service-level');
  const isGone = ({ id }: Edit) => levels.some((one) => one.id === id && 'removed' in one);
  const retired = levels.flatMap((edit) =>
    'definition' in edit && isGone(edit) && edit.version === 1 ? [edit.definition.slot] : [],
  );
  const slots = retiredSlots ?? (retired.length ? retired : undefined);
  const all = { ...base, ...(slots && { retiredSlots: slots }) };
  return definitions ? all : levels.filter((edit) => !isGone(edit)).reduce(withEdit, all);
}
