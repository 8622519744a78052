/** A point in time: epoch milliseconds. */
export type Instant = number & { readonly __instant: never };

/** A length of time in milliseconds. */
export type Duration = number & { readonly __duration: never };

/** A calendar day without a zone, `YYYY-MM-DD`. */
export type LocalDate = string;

export const seconds = (amount: number): Duration => (amount * 1_000) as Duration;
export const minutes = (amount: number): Duration => (amount * 60_000) as Duration;
export const hours = (amount: number): Duration => (amount * 3_600_000) as Duration;

/** The instant an ISO 8601 text names; throws a `RangeError` on any other text. */
export function instant(text: string): Instant {
  const at = millisecondsOf(text);
  if (Number.isNaN(at)) throw new RangeError(`Not an instant: ${text}`);
  return at as Instant;
}

export const isInstant = (text: string): boolean => !Number.isNaN(millisecondsOf(text));

const millisecondsOf = (text: string): number => Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));

export const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** `2026-11-20T09:00:00.000Z`: how an instant is stored and sent. */
export const toIso = (at: Instant): string => new Date(at).toISOString();
