import { jira } from '../ui/ask';
import { type Issue, permissionsHeld, permissionsHeldIn } from './issue';

export type Deed = 'move' | 'retype' | 'archive' | 'unarchive' | 'delete';

/** What may be done to an issue as a whole. */
export interface IssueStanding {
  readonly isArchived: boolean;
  readonly deeds: ReadonlySet<Deed>;
  /** The types it can change to without another workflow, its own among them. */
  readonly types: readonly NamedType[];
}

export interface NamedType {
  readonly id: string;
  readonly name: string;
}

const ofWork = ['EDIT_ISSUES', 'ADD_COMMENTS', 'ASSIGN_ISSUES', 'TRANSITION_ISSUES', 'CREATE_ISSUES', 'LINK_ISSUES'];
const asked = [...ofWork, 'MOVE_ISSUES', 'DELETE_ISSUES', 'BULK_CHANGE', 'ADMINISTER'];

interface TypeMeta {
  readonly fields: { readonly issuetype?: { readonly allowedValues?: readonly NamedType[] } };
}

/** No field tells that an issue is archived: nothing may be done to it that may be done in its project. */
const isSetAside = (onIssue: ReadonlySet<string>, inProject: ReadonlySet<string>): boolean =>
  ofWork.some((permission) => inProject.has(permission) && !onIssue.has(permission));

export async function issueStanding({ key, fields }: Issue): Promise<IssueStanding> {
  const [onIssue, inProject, meta] = await Promise.all([
    permissionsHeld(key, asked),
    permissionsHeldIn(`projectId=${fields.project.id}`, ofWork),
    jira<TypeMeta>('GET', `/issue/${key}/editmeta`),
  ]);
  const types = meta.fields.issuetype?.allowedValues ?? [];
  const isArchived = isSetAside(onIssue, inProject);
  const isSubtask = fields.issuetype.subtask === true;
  const mayArchive = onIssue.has('ADMINISTER') && !isSubtask;
  const may: Readonly<Record<Deed, boolean>> = {
    move: onIssue.has('MOVE_ISSUES') && onIssue.has('BULK_CHANGE') && !isSubtask,
    retype: types.length > 1,
    archive: mayArchive && !isArchived,
    unarchive: mayArchive && isArchived,
    delete: onIssue.has('DELETE_ISSUES'),
  };
  return { isArchived, types, deeds: new Set((Object.keys(may) as Deed[]).filter((deed) => may[deed])) };
}
