import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import Textfield from '@atlaskit/textfield';
import { type FormEvent, useState } from 'react';
import { DialogFooter } from '../ui/dialog-footer';
import { Labelled } from '../ui/labelled';
import { type SavedFilter, saveFilter } from './saved-filters';

interface SaveDialogProps {
  readonly isOpen: boolean;
  readonly jql: string;
  readonly onClose: () => void;
  readonly onSaved: (filter: SavedFilter) => void;
}

/** Asks for the name of a filter and saves it. */
export function SaveDialog({ isOpen, ...rest }: SaveDialogProps) {
  return <ModalTransition>{isOpen && <SaveForm {...rest} />}</ModalTransition>;
}

const formId = 'save-filter';

function SaveForm({ jql, onClose, onSaved }: Omit<SaveDialogProps, 'isOpen'>) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const [saving, setSaving] = useState(false);
  const save = (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    saveFilter(name, jql)
      .then(onSaved, (error: Error) => setProblem(error.message))
      .finally(() => setSaving(false));
  };
  return (
    <Modal onClose={onClose} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle>Save the filter</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <form id={formId} onSubmit={save}>
          <Labelled label="Name" id="filter-name" isRequired problem={problem}>
            <Textfield
              id="filter-name"
              autoFocus
              value={name}
              isInvalid={problem !== undefined}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
          </Labelled>
        </form>
      </ModalBody>
      <DialogFooter onCancel={onClose}>
        <Button type="submit" form={formId} appearance="primary" isLoading={saving} isDisabled={name.trim() === ''}>
          Save
        </Button>
      </DialogFooter>
    </Modal>
  );
}
