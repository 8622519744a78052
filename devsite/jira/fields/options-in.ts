import { objectsIn, textIn } from '../body-reading';
import type { Json } from '../json';
import { refuse } from '../refusal';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-options/ (2026-11) */
const MOST_A_REQUEST = 1_000;
export const MOST_A_FIELD = 10_000;
const LONGEST_VALUE = 255;

/** The options of a body, of which there must be some and not too many. */
export function optionsIn(body: Json): readonly Json[] {
  const options = objectsIn(body, 'options');
  if (options.length === 0) throw refuse(400, 'The options must not be empty.');
  if (options.length > MOST_A_REQUEST)
    throw refuse(400, `No more than ${MOST_A_REQUEST} options can be given in a request.`);
  return options;
}

/** The value of an option in a body, `otherwise` where it gives none. */
export function valueIn(option: Json, otherwise = ''): string {
  const value = textIn(option, 'value', otherwise).trim();
  if (value === '') throw refuse(400, 'The value of an option must not be empty.');
  if (value.length > LONGEST_VALUE)
    throw refuse(400, `The value of an option must not exceed ${LONGEST_VALUE} characters.`);
  return value;
}

/** Whether the body has the option disabled. */
export function disabledIn(option: Json, otherwise = false): boolean {
  const disabled = option.disabled ?? otherwise;
  if (typeof disabled !== 'boolean') throw refuse(400, "The value of 'disabled' must be true or false.");
  return disabled;
}

/** Refuses values of a context that are the same but for case. */
export function checkDistinct(values: readonly string[]): void {
  const seen = new Set<string>();
  for (const value of values) {
    const plain = value.toLowerCase();
    if (seen.has(plain)) throw refuse(400, `The option '${value}' exists in the context already.`);
    seen.add(plain);
  }
}
