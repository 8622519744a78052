import * as v from 'valibot';
import { isInstant } from './time';

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
