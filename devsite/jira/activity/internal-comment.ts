import type { CommentRow } from '../schema';
import type { World } from '../world';
import { shownTo } from './visibility';

/** https://developer.atlassian.com/cloud/jira/service-desk/jira-service-management-comments-properties/ (2026-11) */
const propertyKey = 'sd.public.comment';

/** SQL that holds for comments of a service project that its agents keep from customers. */
const internal = `EXISTS (
  SELECT 1 FROM jira_comment_property p WHERE p.comment_id = c.id AND p.key = '${propertyKey}'
    AND json_extract(p.value_json, '$.internal') = 1)
  AND EXISTS (
  SELECT 1 FROM jira_issue i JOIN jira_project j ON j.id = i.project_id
  WHERE i.id = c.issue_id AND j.type = 'service_desk')`;

export const isInternal = ({ database }: World, { id }: Pick<CommentRow, 'id'>): boolean =>
  database.sql(`SELECT 1 FROM jira_comment c WHERE c.id = ? AND ${internal}`).get(id) !== undefined;

const isCustomer = ({ setup }: Pick<World, 'setup'>, accountId: string): boolean =>
  setup.users.get(accountId)?.accountType === 'customer';

/** SQL that holds for comments `c`, of issues that somebody sees, that they may read: customers read no internal ones. */
export function readable(world: Pick<World, 'setup'>, accountId: string): string {
  const shown = shownTo(world, accountId, 'c');
  return isCustomer(world, accountId) ? `(${shown}) AND NOT (${internal})` : `(${shown})`;
}

/** The same of one comment. */
export const mayRead = (world: World, accountId: string, { id }: Pick<CommentRow, 'id'>): boolean =>
  world.database.sql(`SELECT 1 FROM jira_comment c WHERE c.id = ? AND ${readable(world, accountId)}`).get(id) !==
  undefined;
