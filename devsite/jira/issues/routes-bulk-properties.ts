import { WRITE } from '../points';
import type { Route } from '../route';
import { deleteOfMany, setOfMany, setOnEach, setOnMany } from './bulk-properties';

const all = '/rest/api/3/issue/properties';
const one = `${all}/{propertyKey}`;

const writes = {
  scopes: ['write:jira-work'],
  permission: 'Browse projects, Edit issues; other issues are left out, or refused where they are named one by one',
  points: WRITE,
} as const;

export const bulkPropertyRoutes: readonly Route[] = [
  {
    ...writes,
    method: 'DELETE',
    path: one,
    operationId: 'bulkDeleteIssueProperty',
    body: { currentValue: 'any', entityIds: 'any' },
    answer: deleteOfMany,
  },
  {
    ...writes,
    method: 'PUT',
    path: one,
    operationId: 'bulkSetIssueProperty',
    body: { value: 'any', filter: { currentValue: 'any', entityIds: 'any', hasProperty: 'boolean' } },
    answer: setOfMany,
  },
  {
    ...writes,
    method: 'POST',
    path: all,
    operationId: 'bulkSetIssuesPropertiesList',
    body: { entitiesIds: 'any', properties: 'any' },
    answer: setOnMany,
  },
  {
    ...writes,
    method: 'POST',
    path: `${all}/multi`,
    operationId: 'bulkSetIssuePropertiesByIssue',
    body: { issues: { issueID: 'any', properties: 'any' } },
    answer: setOnEach,
  },
];
