import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import Modal, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { Stack } from '@atlaskit/primitives';
import Textfield from '@atlaskit/textfield';
import { type FormEvent, useState } from 'react';
import { DialogFooter } from '../ui/dialog-footer';
import { useFlags } from '../ui/flags';
import { Labelled } from '../ui/labelled';
import { createDashboard, type Dashboard } from './dashboards';

interface NewDashboardProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onMade: (dashboard: Dashboard) => void;
}

/** Asks for a new dashboard's name and makes it. */
export const NewDashboard = ({ isOpen, ...rest }: NewDashboardProps) => (
  <ModalTransition>{isOpen && <DashboardForm {...rest} />}</ModalTransition>
);

const refusal = 'The dashboard was not created';

function DashboardForm({ onClose, onMade }: Omit<NewDashboardProps, 'isOpen'>) {
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(true);
  const [problem, setProblem] = useState<string>();
  const { close, refuse } = useFlags();

  const make = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setProblem('A name is needed.');
    createDashboard(name.trim(), isShared).then(
      (made) => {
        close(refusal);
        onMade(made);
      },
      (error) => refuse(refusal, error),
    );
  };

  return (
    <Modal onClose={onClose} width="small">
      <form onSubmit={make}>
        <ModalHeader hasCloseButton>
          <ModalTitle>Create dashboard</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <Stack space="space.150">
            <Labelled label="Name" id="dashboard-name" isRequired problem={problem}>
              <Textfield
                id="dashboard-name"
                autoFocus
                value={name}
                isInvalid={problem !== undefined}
                onChange={({ currentTarget }) => setName(currentTarget.value)}
              />
            </Labelled>
            <Checkbox
              label="Everybody who is signed in may see it"
              isChecked={isShared}
              onChange={({ currentTarget }) => setShared(currentTarget.checked)}
            />
          </Stack>
        </ModalBody>
        <DialogFooter onCancel={onClose}>
          <Button appearance="primary" type="submit">
            Create
          </Button>
        </DialogFooter>
      </form>
    </Modal>
  );
}
