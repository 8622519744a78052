import * as v from 'valibot';
import { type Instant, isInstant } from './time';

/**
 * An issue's id: digits, as a number has them, since Jira is asked by numbers. Of two ids that are one number a permission
 * for one would be taken for the other. Keys change when an issue moves, so nothing is stored under a key.
 */
export const IssueId = v.pipe(v.string(), v.regex(/^\d{1,16}$/), v.check(isOwnNumber));

function isOwnNumber(text: string): boolean {
  return Number.isSafeInteger(Number(text)) && String(Number(text)) === text;
}

/** An object, of whatever shape. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** A text that names an instant, as Jira and the app write them. */
export const InstantText = v.pipe(v.string(), v.check(isInstant));

/** An instant as the app itself stores it, which sorts as it comes. */
export const StoredInstant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  v.check(isInstant),
);

/** Epoch milliseconds of a time that an issue can have lived in: a clock is not followed through ten thousand years. */
export const StoredMoment = v.custom<Instant>(
  (at) => typeof at === 'number' && Number.isInteger(at) && at >= 0 && at < latest,
);
const latest = Date.UTC(2200, 0, 1);

/** A part that is as its shape has it, left as it is: what the shape does not name stays in it. */
export const asItIs = <Value>(shape: v.GenericSchema<unknown, Value>) => v.custom<Value>((value) => v.is(shape, value));
