import { checkCalendar } from '../calendar/check-calendar';
import type { CalendarInUse, calendarContract } from '../calendar/contract';
import { countries, publicHolidays, regionsOf, sourceOf, zonesOf } from '../calendar/public-holidays';
import type { WorkingCalendar } from '../calendar/working-calendar';
import type { Records } from '../kernel/records';
import { allow, type Result, refuse } from '../kernel/result';
import { toIso } from '../kernel/time';
import type { InputOf, Problem, Refusal } from '../rpc/contract';
import type { Handlers, World } from '../rpc/handlers';
import type { Configuration } from './configuration';
import { freshId } from './fresh-id';
import { recordEdit } from './record-edit';
import { settled, settledConfiguration } from './settled-configuration';
import { calendarVersion, isPresent } from './with-edit';

/** The configuration, a value of one store, holds them all. */
const mostCalendars = 40;

/** Asks for the clocks that an edit may have moved to be brought up to date. */
export type AskForRecount = () => Promise<void>;

/** What an admin does about calendars. */
export const calendarCalls = (recount: AskForRecount): Handlers<typeof calendarContract> => ({
  async calendars(_input, { records, now }) {
    const found = await settled(records);
    if (!found) return refuse({ code: 'not-set-up' });
    const { configuration, wasBehind } = found;
    if (wasBehind) await recount();
    const calendars = configuration.calendars.filter(isPresent).map((calendar) => inUse(calendar, configuration));
    return allow({ now: toIso(now()), calendars });
  },

  async calendarChoices() {
    return allow({ zones: Intl.supportedValuesOf('timeZone'), countries: [...countries()] });
  },

  async holidayRegions({ country }) {
    return allow({ regions: [...regionsOf(country)], zones: [...zonesOf(country)] });
  },

  async holidays({ country, region, years }) {
    const source = sourceOf(country, region);
    const holidays = [...new Set(years)].sort().flatMap((year) => publicHolidays(source, year, year));
    return allow({ source, holidays });
  },

  async saveCalendar(asked, world) {
    const saved = await savedCalendar(asked, world);
    if (saved.ok) await recount();
    return saved;
  },

  async removeCalendar({ id, basedOn }, { records, now, accountId }) {
    const configuration = await settledConfiguration(records);
    if (!configuration) return refuse({ code: 'not-set-up' });
    const calendar = configuration.calendars.find((known) => known.id === id);
    if (!calendar || calendarVersion(configuration, id) !== basedOn) return refuse({ code: 'changed-meanwhile' });
    const problems = inUse(calendar, configuration).usedBy.map(
      ({ definition }): Problem => ({ place: '', code: 'in-use', with: definition }),
    );
    if (problems.length) return refuse({ code: 'unfit', problems });
    const edit = { kind: 'calendar', id, version: basedOn + 1, at: toIso(now()), removed: true } as const;
    const removed = await recordEdit(edit, undefined, { actor: accountId, action: 'calendar.removed' }, records);
    return removed.ok ? allow(null) : removed;
  },
});

type Saving = InputOf<typeof calendarContract.saveCalendar>;

async function savedCalendar(
  { calendar, basedOn }: Saving,
  { records, now, accountId }: World,
): Promise<Result<CalendarInUse, Refusal>> {
  const configuration = await settledConfiguration(records);
  if (!configuration) return refuse({ code: 'not-set-up' });
  const named = basedOn === undefined ? await withFreshId(calendar, records) : calendar;
  const fit = fitting(named, basedOn, configuration);
  if (!fit.ok) return fit;
  const { id } = fit.value;
  const edit = { kind: 'calendar', id, version: (basedOn ?? 0) + 1, at: toIso(now()), calendar: fit.value } as const;
  const saved = await recordEdit(edit, undefined, { actor: accountId, action: 'calendar.saved' }, records);
  if (!saved.ok) return saved;
  return allow(inUse(fit.value, saved.value));
}

function inUse(calendar: WorkingCalendar, configuration: Configuration): CalendarInUse {
  const usedBy = configuration.definitions
    .map(({ id, name, goals }) => ({
      definitionId: id,
      definition: name,
      goals: goals.filter(({ calendarId }) => calendarId === calendar.id).map((goal) => goal.name),
    }))
    .filter(({ goals }) => goals.length > 0);
  return { calendar, version: calendarVersion(configuration, calendar.id), usedBy };
}

/** The calendar, if it is one and may stand beside the others at the version it is based on. */
function fitting(
  asked: unknown,
  basedOn: number | undefined,
  configuration: Configuration,
): Result<WorkingCalendar, Refusal> {
  const checked = checkCalendar(asked);
  if (!checked.ok) return refuse({ code: 'unfit', problems: checked.reason });
  const { id, name } = checked.value;
  const present = configuration.calendars.filter(isPresent);
  const known = present.some((calendar) => calendar.id === id);
  if (basedOn !== undefined && (!known || calendarVersion(configuration, id) !== basedOn))
    return refuse({ code: 'changed-meanwhile' });
  const others = present.filter((calendar) => calendar.id !== id);
  const problems: Problem[] = [];
  if (others.some((calendar) => calendar.name.trim().toLowerCase() === name.trim().toLowerCase()))
    problems.push({ place: 'name', code: 'name-taken' });
  if (others.length >= mostCalendars) problems.push({ place: '', code: 'too-many' });
  return problems.length ? refuse({ code: 'unfit', problems }) : checked;
}

async function withFreshId(calendar: unknown, records: Records): Promise<unknown> {
  if (typeof calendar !== 'object' || calendar === null) return calendar;
  const { name } = calendar as { readonly name?: unknown };
  return { ...calendar, id: await freshId('calendar', String(name ?? ''), records) };
}
