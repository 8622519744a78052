import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { type ReactNode, useState } from 'react';
import { DialogFooter } from './dialog-footer';

interface ConfirmationProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** What the button says that does it. */
  readonly deed: string;
  readonly isDangerous?: boolean;
  readonly onClose: () => void;
  readonly onConfirmed: () => Promise<void>;
  /** What comes of it. */
  readonly children: ReactNode;
}

/** Asks before something is done that is not taken back easily. */
export function Confirmation({ isOpen, ...rest }: ConfirmationProps) {
  return <ModalTransition>{isOpen && <OpenConfirmation {...rest} />}</ModalTransition>;
}

function OpenConfirmation({
  title,
  deed,
  isDangerous = false,
  onClose,
  onConfirmed,
  children,
}: Omit<ConfirmationProps, 'isOpen'>) {
  const [isDoing, setDoing] = useState(false);
  const confirm = () => {
    setDoing(true);
    void onConfirmed().finally(() => setDoing(false));
  };
  return (
    <Modal onClose={onClose} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle {...(isDangerous && { appearance: 'danger' as const })}>{title}</ModalTitle>
      </ModalHeader>
      <ModalBody>{children}</ModalBody>
      <DialogFooter onCancel={onClose}>
        <Button appearance={isDangerous ? 'danger' : 'primary'} isLoading={isDoing} onClick={confirm}>
          {deed}
        </Button>
      </DialogFooter>
    </Modal>
  );
}
