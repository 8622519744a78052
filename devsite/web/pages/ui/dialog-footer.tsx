import Button from '@atlaskit/button/new';
import { ModalFooter } from '@atlaskit/modal-dialog';
import type { ReactNode } from 'react';

interface DialogFooterProps {
  readonly onCancel: () => void;
  /** What the dialog is for. */
  readonly children: ReactNode;
}

/** Where a dialog is left: as if it had never been opened, or by its deed. */
export const DialogFooter = ({ onCancel, children }: DialogFooterProps) => (
  <ModalFooter>
    <Button appearance="subtle" onClick={onCancel}>
      Cancel
    </Button>
    {children}
  </ModalFooter>
);
