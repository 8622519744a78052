import { ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { Box, Inline, xcss } from '@atlaskit/primitives';

const picture = xcss({ width: 'size.200', height: 'size.200' });

interface FrameHeaderProps {
  readonly title: string | undefined;
  readonly icon: string | undefined;
  readonly src: string;
}

/** The title and picture that the app gave a dialog; its path of the picture is read from the app's page. */
export const FrameHeader = ({ title, icon, src }: FrameHeaderProps) => (
  <ModalHeader hasCloseButton>
    <Inline space="space.100" alignBlock="center">
      {icon && <Box as="img" xcss={picture} src={new URL(icon, src).href} alt="" />}
      <ModalTitle>{title}</ModalTitle>
    </Inline>
  </ModalHeader>
);
