import type { Configuration } from './configuration';

/** What a value of Forge's store takes; https://developer.atlassian.com/platform/forge/limits-kvs-ce/ (2026-08) */
export const valueLimit = 240 * 1_024;

/** What of it is used at most. */
const mostBytes = 220_000;

export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** Whether a value can be stored, with what may be added to it. */
export const isTooLarge = (value: unknown): boolean => bytesOf(value) > mostBytes;

/**
 * The configuration as small as it has to be: its oldest former versions go first, and the calendars that only they
 * count by. It is too large still where there is too much in force.
 */
export function trimmed(configuration: Configuration): Configuration {
  const used = withoutUnused(configuration);
  const oldest = used.definitions
    .flatMap(({ former = [] }) => former.map(({ until }) => until))
    .reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  if (!Number.isFinite(oldest) || !isTooLarge(used)) return used;
  const definitions = used.definitions.map(({ former, ...definition }) =>
    former ? { ...definition, former: former.filter(({ until }) => until !== oldest) } : definition,
  );
  return trimmed({ ...used, definitions });
}

function withoutUnused(configuration: Configuration): Configuration {
  const used = new Set(
    configuration.definitions
      .flatMap((definition) => [definition, ...(definition.former ?? []).map((former) => former.definition)])
      .flatMap(({ goals }) => goals.map(({ calendarId }) => calendarId)),
  );
  const calendars = configuration.calendars.filter(({ id }) => !id.includes('@') || used.has(id));
  return { ...configuration, calendars };
}
