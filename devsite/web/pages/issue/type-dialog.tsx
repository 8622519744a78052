import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { Stack, Text } from '@atlaskit/primitives';
import { useState } from 'react';
import { jira } from '../ui/ask';
import { DialogFooter } from '../ui/dialog-footer';
import { Labelled } from '../ui/labelled';
import { Pick } from '../ui/pick';
import type { Issue } from './issue';
import type { NamedType } from './issue-standing';

interface ChangeTypeProps {
  readonly isOpen: boolean;
  readonly issue: Issue;
  readonly types: readonly NamedType[];
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Changes an issue's type for another of the same workflow. */
export function ChangeType({ isOpen, ...rest }: ChangeTypeProps) {
  return <ModalTransition>{isOpen && <TypeForm {...rest} />}</ModalTransition>;
}

function TypeForm({ issue: { key, fields }, types, onClose, onChanged }: Omit<ChangeTypeProps, 'isOpen'>) {
  const [chosen, setChosen] = useState(fields.issuetype.id);
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  const change = () => {
    setSending(true);
    jira('PUT', `/issue/${key}`, { fields: { issuetype: { id: chosen } } })
      .then(
        () => {
          onClose();
          onChanged();
        },
        (error: Error) => setProblem(error.message),
      )
      .finally(() => setSending(false));
  };
  return (
    <Modal onClose={onClose} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle>Type of {key}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack space="space.150">
          <Labelled label="Issue type" id="change-type" problem={problem}>
            <Pick
              id="change-type"
              value={chosen}
              isFocused
              options={types.map(({ id, name }) => ({ value: id, label: name }))}
              onChosen={setChosen}
            />
          </Labelled>
          <Text size="small" color="color.text.subtle">
            Types with another workflow are reached by “Move…”.
          </Text>
        </Stack>
      </ModalBody>
      <DialogFooter onCancel={onClose}>
        <Button appearance="primary" isDisabled={chosen === fields.issuetype.id} isLoading={isSending} onClick={change}>
          Change type
        </Button>
      </DialogFooter>
    </Modal>
  );
}
