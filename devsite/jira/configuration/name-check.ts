import { textIn } from '../body-reading';
import type { Json } from '../json';
import { Refusal, refuseField } from '../refusal';

export const sameName = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/** What a name must satisfy; `status` is the answer to one that is taken. */
export interface NameRules {
  readonly most: number;
  readonly taken: readonly string[];
  readonly status: number;
  /** What is named, as in "issue type". */
  readonly what: string;
}

/** The name a body gives, trimmed; `otherwise` where it gives none. Refuses one that is empty, too long or taken. */
export function nameIn(body: Json, rules: NameRules, otherwise?: string): string {
  const name = textIn(body, 'name', otherwise)?.trim() ?? '';
  if (name === '') throw refuseField('name', `The ${rules.what} name must not be empty.`);
  if (name.length > rules.most)
    throw refuseField('name', `The ${rules.what} name must not exceed ${rules.most} characters.`);
  if (name !== otherwise && rules.taken.some((one) => sameName(one, name)))
    throw new Refusal(rules.status, [], { name: `The ${rules.what} name is already in use.` });
  return name;
}

/** A description as a body gives it, `otherwise` where it gives none. */
export function descriptionIn(body: Json, most: number, otherwise = ''): string {
  const description = textIn(body, 'description', otherwise);
  if (description.length > most)
    throw refuseField('description', `The description must not exceed ${most} characters.`);
  return description;
}
