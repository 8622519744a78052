import { refuse } from '../refusal';
import type { Call } from '../route';

/** Most statuses named by one call, of Jira's published description. */
const MOST_NAMED = 50;

/** Refuses 400 a list that is empty or too long. */
export function checkCount({ length }: readonly string[], name: string): void {
  if (length === 0 || length > MOST_NAMED) throw refuse(400, `Between 1 and ${MOST_NAMED} of '${name}' must be given.`);
}

/** The ids of a query. */
export function idsNamed({ query }: Call): readonly string[] {
  const ids = query.list('id');
  checkCount(ids, 'id');
  return ids;
}

/** What the calls of statuses have in common. */
export const configured = {
  scopes: ['manage:jira-configuration'],
  permission: 'administrators and the app; administrators of a project for its own',
} as const;
