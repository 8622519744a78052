import type { IssueType } from '../configuration/setup';
import { issueRow, visibleIssue } from '../issues/issue';
import type { Json } from '../json';
import type { IssueRow } from '../schema';
import { Unfit } from './custom-values';
import type { Place, Tell } from './system-values';

const isSubtask = (type: IssueType | undefined): boolean => type?.hierarchyLevel === -1;

/** A parent stands one level above, and that of a subtask in the same project. */
function checkParent(parent: IssueRow, type: IssueType | undefined, { world, projectId }: Place): void {
  const level = world.setup.issueTypes.get(parent.type_id)?.hierarchyLevel;
  if (type && level !== type.hierarchyLevel + 1)
    throw new Unfit('Given parent work item does not belong to appropriate hierarchy.');
  if (isSubtask(type) && parent.project_id !== projectId)
    throw new Unfit('The parent of a sub-task must be in the same project.');
}

/** The id of the parent that `{id}` or `{key}` names; null for none, which no subtask takes. */
export function keepParent(value: Json, place: Place): number | null {
  const { world, accountId, typeId } = place;
  const type = world.setup.issueTypes.get(typeId);
  const idOrKey = value?.id ?? value?.key;
  if (value === null || idOrKey === undefined) {
    if (isSubtask(type)) throw new Unfit('Issue type is a sub-task but parent issue key or id not specified.');
    return null;
  }
  const parent = visibleIssue(world, accountId, String(idOrKey));
  if (!parent) throw new Unfit('Could not find issue by id or key.');
  checkParent(parent.row, type, place);
  return parent.row.id;
}

export const tellIssue: Tell = (kept, _setup, world) =>
  kept === null || kept === undefined
    ? { id: null, text: null }
    : { id: String(kept), text: issueRow(world, String(kept))?.key ?? null };
