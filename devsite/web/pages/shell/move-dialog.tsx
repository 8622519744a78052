import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { Stack, Text } from '@atlaskit/primitives';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { DialogFooter } from '../ui/dialog-footer';
import { Labelled } from '../ui/labelled';
import { useMoments } from '../ui/moments';

const hour = 3_600_000;

interface MoveDialogProps {
  readonly isOpen: boolean;
  readonly now: number;
  readonly onClose: () => void;
  readonly onChosen: (to: number) => void;
}

/** Asks for the instant to which the clock shall move. */
export function MoveDialog({ isOpen, ...rest }: MoveDialogProps) {
  return <ModalTransition>{isOpen && <OpenDialog {...rest} />}</ModalTransition>;
}

function OpenDialog({ now, onClose, onChosen }: Omit<MoveDialogProps, 'isOpen'>) {
  const { input, fromInput, zone } = useMoments();
  const [value, setValue] = useState(() => input(now + hour));
  const to = fromInput(value);
  const ahead = to > now;

  return (
    <Modal onClose={onClose} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle>Move the clock</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack space="space.150">
          <Text>Everything that falls due on the way happens, in order.</Text>
          <Labelled
            label={`Site time (${zone})`}
            id="move-to"
            problem={ahead ? undefined : 'The clock moves forward only.'}
          >
            <Textfield
              id="move-to"
              type="datetime-local"
              value={value}
              isInvalid={!ahead}
              onChange={({ currentTarget }) => setValue(currentTarget.value)}
            />
          </Labelled>
        </Stack>
      </ModalBody>
      <DialogFooter onCancel={onClose}>
        <Button appearance="primary" isDisabled={!ahead} onClick={() => onChosen(to)}>
          Move the clock
        </Button>
      </DialogFooter>
    </Modal>
  );
}
