import type { Instant } from '../../kernel/time';
import type { FieldValues } from './condition';
import type { Facts } from './facts';

/** The tracked values just after everything that happened at `at`. */
export function valuesAt({ created, changes }: Facts, at: Instant): FieldValues {
  const values: Record<string, string | null> = { ...created.values };
  for (const change of changes) {
    if (change.at > at) break;
    for (const { field, to } of change.items) values[field] = to;
  }
  return values;
}

/** The tracked values after all that is known. */
export const latestValues = (facts: Facts): FieldValues =>
  valuesAt(facts, facts.changes.at(-1)?.at ?? facts.created.at);
