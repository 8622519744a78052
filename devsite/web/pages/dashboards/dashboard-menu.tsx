import Button, { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import More from '@atlaskit/icon/core/show-more-horizontal';
import Modal, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { useState } from 'react';
import { DialogFooter } from '../ui/dialog-footer';
import { useFlags } from '../ui/flags';
import { goTo } from '../ui/routing';
import { type Dashboard, deleteDashboard } from './dashboards';

/** What its owner can do to a dashboard. */
export function DashboardMenu({ dashboard }: { readonly dashboard: Dashboard }) {
  const [isAsking, setAsking] = useState(false);
  const { refuse } = useFlags();
  const close = () => setAsking(false);
  const remove = () =>
    void deleteDashboard(dashboard.id).then(
      () => goTo('/jira/dashboards'),
      (error) => refuse('The dashboard was not deleted', error),
    );

  return (
    <>
      <DropdownMenu<HTMLButtonElement>
        shouldRenderToParent
        placement="bottom-end"
        trigger={({ triggerRef, ...trigger }) => (
          <IconButton ref={triggerRef} icon={More} label="Actions for the dashboard" {...trigger} />
        )}
      >
        <DropdownItemGroup>
          <DropdownItem onClick={() => setAsking(true)}>Delete dashboard</DropdownItem>
        </DropdownItemGroup>
      </DropdownMenu>
      <ModalTransition>
        {isAsking && (
          <Modal onClose={close} width="small">
            <ModalHeader hasCloseButton>
              <ModalTitle appearance="danger">Delete {dashboard.name}?</ModalTitle>
            </ModalHeader>
            <ModalBody>Its gadgets and how they are configured go with it.</ModalBody>
            <DialogFooter onCancel={close}>
              <Button appearance="danger" onClick={remove}>
                Delete dashboard
              </Button>
            </DialogFooter>
          </Modal>
        )}
      </ModalTransition>
    </>
  );
}
