import Modal, { ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { useState } from 'react';
import { jira } from '../ui/ask';
import { goTo } from '../ui/routing';
import type { Issue } from './issue';
import { MoveSteps } from './move-steps';
import { MoveTask } from './move-task';

interface MoveIssueProps {
  readonly isOpen: boolean;
  readonly issue: Issue;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Moves an issue to another project or type, step by step, and tells how it goes. */
export function MoveIssue({ isOpen, ...rest }: MoveIssueProps) {
  return <ModalTransition>{isOpen && <MoveDialog {...rest} />}</ModalTransition>;
}

function MoveDialog({ issue, onClose, onChanged }: Omit<MoveIssueProps, 'isOpen'>) {
  const [taskId, setTaskId] = useState<string>();
  /** The page hears of the new key while the dialog is open. */
  const [former] = useState(issue.key);
  const leave = async () => {
    const { key } = await jira<Issue>('GET', `/issue/${issue.id}?fields=summary`);
    onClose();
    if (key === former) onChanged();
    else goTo(`/browse/${key}`);
  };
  const close = () => (taskId === undefined ? onClose() : void leave());
  return (
    <Modal onClose={close} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle>Move {former}</ModalTitle>
      </ModalHeader>
      {taskId === undefined ? (
        <MoveSteps issue={issue} onClose={onClose} onBegun={setTaskId} />
      ) : (
        <MoveTask taskId={taskId} onLeave={() => void leave()} />
      )}
    </Modal>
  );
}
