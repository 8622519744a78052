import Holidays from 'date-holidays';
import type { WorkingCalendar } from './working-calendar';

/** A country or a region, by its code. */
export interface Place {
  readonly code: string;
  readonly name: string;
}

type Holiday = WorkingCalendar['holidays'][number] & { readonly source: string };

/** `DE`, or `DE-BY` for a region. */
export const sourceOf = (country: string, region: string | undefined): string =>
  region ? `${country}-${region}` : country;

/**
 * The public holidays of a source by the `date-holidays` library, from the first year to the last; days that are only
 * observed are left out. None for a source that it does not know.
 */
export function publicHolidays(source: string, first: number, last: number): readonly Holiday[] {
  const [country = '', ...region] = source.split('-');
  const holidays = new Holidays(country, region.join('-'));
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const found = years.flatMap((year) => holidays.getHolidays(year) || []);
  // Two holidays can share a day, as Labour Day and Ascension do in 2008.
  const byDate = new Map(
    found.filter(({ type }) => type === 'public').map(({ date, name }) => [date.slice(0, 10), name]),
  );
  return [...byDate].map(([date, name]) => ({ date, name, source })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The countries whose public holidays are known, by their English names. */
export const countries = (): readonly Place[] => places(new Holidays().getCountries('en'));

export const regionsOf = (country: string): readonly Place[] => places(new Holidays().getStates(country, 'en'));

/** The IANA zones a country lies in. */
export const zonesOf = (country: string): readonly string[] => new Holidays(country).getTimezones() ?? [];

const places = (found: Readonly<Record<string, string>> | undefined): readonly Place[] =>
  Object.entries(found ?? {})
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name));
