import type { Json } from '../json';
import type { IssueRow } from '../schema';
import { issueTypeShape, priorityShape, statusShape } from '../shapes';
import type { World } from '../world';
import { issueAddress } from './issue';

/** An issue as its links, its parent and its children name it. */
export function relatedIssue(world: World, row: IssueRow): Json {
  const { statuses, priorities, issueTypes } = world.setup;
  const [status, type] = [statuses.get(row.status_id), issueTypes.get(row.type_id)];
  const priority = priorities.get(row.priority_id ?? -1);
  return {
    id: String(row.id),
    key: row.key,
    self: issueAddress(row),
    fields: {
      summary: row.summary,
      status: status && statusShape(status),
      priority: priority ? priorityShape(priority) : null,
      issuetype: type && issueTypeShape(type),
    },
  };
}
