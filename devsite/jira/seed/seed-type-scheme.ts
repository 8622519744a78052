import { insertRow } from '../ids';
import type { Seeding } from './seeding';

/** The scheme with every type of the site, which is the first of a fresh site and of no project here. */
export function seedTypeScheme({ database, types }: Seeding): void {
  insertRow(database, 'jira_issue_type_scheme', {
    name: 'Default Issue Type Scheme',
    description: 'Default issue type scheme is the list of global issue types.',
    types_json: JSON.stringify([...types.values()]),
  });
}
