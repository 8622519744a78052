import Modal, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { Box, Grid, Text, xcss } from '@atlaskit/primitives';
import { Fragment, useState } from 'react';
import { useShortcut } from '../ui/use-shortcut';

const shortcuts: readonly (readonly [keys: string, what: string])[] = [
  ['/', 'Search'],
  ['c', 'Create an issue'],
  ['j, k', 'Next and previous issue of a list'],
  ['Enter, o', 'Open the issue'],
  ['m', 'Comment on the issue'],
  ['.', 'Open and close the platform drawer'],
  ['?', 'This list'],
];

const rows = xcss({ gridTemplateColumns: 'max-content minmax(0, 1fr)', paddingBlockEnd: 'space.300' });

/** The list of what keys do, opened by `?`. */
export function Shortcuts() {
  const [isOpen, setOpen] = useState(false);
  useShortcut('?', () => setOpen(true));
  return (
    <ModalTransition>
      {isOpen && (
        <Modal onClose={() => setOpen(false)} width="small">
          <ModalHeader hasCloseButton>
            <ModalTitle>Keyboard shortcuts</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <Grid xcss={rows} gap="space.150" columnGap="space.300">
              {shortcuts.map(([keys, what]) => (
                <Fragment key={keys}>
                  <Box>
                    <kbd>{keys}</kbd>
                  </Box>
                  <Text>{what}</Text>
                </Fragment>
              ))}
            </Grid>
          </ModalBody>
        </Modal>
      )}
    </ModalTransition>
  );
}
