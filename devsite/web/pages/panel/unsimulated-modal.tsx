import Modal, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { NotSimulated } from './module-frame';

interface UnsimulatedModalProps {
  /** Of the module; no dialog without one. */
  readonly title: string | undefined;
  readonly onClose: () => void;
}

/** A dialog of a module that the site does not draw. */
export const UnsimulatedModal = ({ title, onClose }: UnsimulatedModalProps) => (
  <ModalTransition>
    {title !== undefined && (
      <Modal onClose={onClose} width="small">
        <ModalHeader hasCloseButton>
          <ModalTitle>{title}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <NotSimulated />
        </ModalBody>
      </Modal>
    )}
  </ModalTransition>
);
