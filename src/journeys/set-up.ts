import { checkCalendar } from '../calendar/check-calendar';
import { defaultCalendars } from '../calendar/default-calendars';
import type { WorkingCalendar } from '../calendar/working-calendar';
import { defaultMatrix } from '../incident/domain/priority-matrix';
import { type Write, write } from '../kernel/records';
import { allow, type Result, refuse } from '../kernel/result';
import { type Instant, toIso } from '../kernel/time';
import type { Mapping } from '../set-up/domain/mapping';
import { businessHours, roundTheClock } from '../sla/default-definitions';
import { definitionEntity, definitionKey } from '../sla/definition-entity';
import type { DefinitionDraft } from '../sla/domain/draft';
import { noStatuses, withListed } from '../sla/domain/status-categories';
import { type Configuration, presentConfiguration, writtenConfiguration } from './configuration';
import { compileDefault, defaultDrafts, defaultsFor, unmapped } from './default-service-levels';
import { byName, type GoneBy } from './found-by-name';
import { mapAnew } from './map-anew';
import type { SetUpRefused } from './set-up-refused';
import type { SettingUpWorld, SiteShape } from './site-shape';

/**
 * Finds the issue type, statuses and fields, by name or as an admin mapped them, and writes two calendars, two definitions
 * and the configuration compiled from them. A site that has a configuration keeps it, but for what it is mapped to anew.
 */
export async function setUp(site: SiteShape, world: SettingUpWorld): Promise<Result<Configuration, SetUpRefused>> {
  const { records, now } = world;
  const known = await presentConfiguration(records);
  if (known) return site.mapping ? mapAnew({ ...site, mapping: site.mapping }, world) : allow(known);
  const configuration = await compiled(site, now());
  if (!configuration.ok) return configuration;

  const deed = { actor: 'app', action: 'service-levels.set-up', at: toIso(now()) };
  // Refused only when an earlier set-up was interrupted here: what it wrote stays as it is.
  await records.commit(deed, definitionWrites(configuration.value, defaultDrafts(site)));
  await records.putSetting(writtenConfiguration, configuration.value);
  return configuration;
}

function definitionWrites(
  { calendars, definitions }: Configuration,
  drafts: ReadonlyMap<string, DefinitionDraft>,
): readonly Write[] {
  const record = (kind: 'calendar' | 'service-level', id: string, version: number, body: unknown) =>
    write(definitionEntity, definitionKey(kind, id, version), { kind, id, version, body });
  return [
    ...calendars.map((calendar) => record('calendar', calendar.id, 1, calendar)),
    ...definitions.map((definition) =>
      record('service-level', definition.id, definition.version, { ...definition, draft: drafts.get(definition.id) }),
    ),
  ];
}

async function compiled(site: SiteShape, now: Instant): Promise<Result<Configuration, SetUpRefused>> {
  const found = site.mapping ? allow(mapped(site.mapping)) : await byName(site);
  if (!found.ok) return found;

  const calendars = checkedCalendars(new Date(now).getUTCFullYear());
  if (!calendars.ok) return calendars;
  const definitions = each(defaultsFor(site), (definition) => compileDefault(definition, site));
  if (!definitions.ok) return definitions;

  const matrix = defaultMatrix.map((row) => [...row]);
  const { incidentTypes, ...priority } = found.value;
  return allow({
    since: toIso(now),
    incidentTypes: [...incidentTypes],
    priority: { ...priority, priorities: [...priority.priorities], matrix },
    ...(site.nextDueField && { nextDueField: site.nextDueField }),
    showNextDue: true,
    statuses: withListed(noStatuses, site.statuses),
    definitions: definitions.value,
    calendars: calendars.value,
  });
}

const mapped = ({ incidentTypes, impact = unmapped, urgency = unmapped, priorities }: Mapping): GoneBy => ({
  ...{ incidentTypes, impact, urgency, priorities },
});

const checkedCalendars = (year: number): Result<readonly WorkingCalendar[], SetUpRefused> =>
  each(defaultCalendars({ business: businessHours, always: roundTheClock }, year), (calendar) => {
    const checked = checkCalendar(calendar);
    return checked.ok
      ? checked
      : refuse({ code: 'calendar-refused', id: calendar.id, reasons: checked.reason } as const);
  });

/** Every part's value, or the first refusal. */
function each<Part, Value, Reason>(
  parts: readonly Part[],
  of: (part: Part) => Result<Value, Reason>,
): Result<readonly Value[], Reason> {
  const values: Value[] = [];
  for (const part of parts) {
    const one = of(part);
    if (!one.ok) return one;
    values.push(one.value);
  }
  return allow(values);
}
