import { jira } from '../ui/ask';
import { Confirmation } from '../ui/confirmation';
import { useFlags } from '../ui/flags';
import { goTo } from '../ui/routing';
import type { Issue } from './issue';

interface RemovalProps {
  readonly isOpen: boolean;
  readonly issue: Issue;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

interface ArchiveProps extends RemovalProps {
  readonly isArchived: boolean;
}

/** Asks, and archives the issue or takes it out again. */
export function ArchiveIssue({ isOpen, isArchived, issue: { key }, onClose, onChanged }: ArchiveProps) {
  const { refuse } = useFlags();
  const deed = isArchived ? 'unarchive' : 'archive';
  const carryOut = () =>
    jira('PUT', `/issue/${deed}`, { issueIdsOrKeys: [key] }).then(
      () => {
        onClose();
        onChanged();
      },
      (error) => refuse(`${key} was not ${deed}d`, error),
    );
  return (
    <Confirmation
      isOpen={isOpen}
      title={isArchived ? `Restore ${key}?` : `Archive ${key}?`}
      deed={isArchived ? 'Restore' : 'Archive'}
      onClose={onClose}
      onConfirmed={carryOut}
    >
      {isArchived
        ? 'The issue and its subtasks can be changed again, and searches find them.'
        : 'The issue and its subtasks can only be read then, and no search finds them. They can be restored here.'}
    </Confirmation>
  );
}

/** Asks, and deletes the issue with its subtasks. */
export function DeleteIssue({ isOpen, issue: { key, fields }, onClose }: RemovalProps) {
  const { show, refuse } = useFlags();
  const remove = () =>
    jira('DELETE', `/issue/${key}?deleteSubtasks=true`).then(
      () => {
        show({ id: key, title: `${key} was deleted`, appearance: 'success', isPassing: true });
        goTo(`/issues?project=${fields.project.key}`);
      },
      (error) => refuse(`${key} was not deleted`, error),
    );
  return (
    <Confirmation
      isOpen={isOpen}
      title={`Delete ${key}?`}
      deed="Delete"
      isDangerous
      onClose={onClose}
      onConfirmed={remove}
    >
      Its subtasks, comments, attachments, work log and history go with it. Nothing brings them back.
    </Confirmation>
  );
}
