import type { Instant } from '../../kernel/time';
import type { FieldValues } from './condition';
import type { Comment, Facts } from './facts';
import { learn } from './facts-merge';

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

/** The facts with these comments among them. */
export const withComments = (facts: Facts, comments: readonly Comment[]): Facts =>
  comments.reduce((all, comment) => learn(all, { comment }).facts, facts);
