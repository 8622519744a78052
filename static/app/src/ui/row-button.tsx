import { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import type { ComponentProps } from 'react';

interface RowButtonProps {
  readonly icon: ComponentProps<typeof IconButton>['icon'];
  /** What it does, and with what of the row. */
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

/** An act on a row, as an icon. */
export const RowButton = ({ icon, label, isDisabled = false, onPress }: RowButtonProps) => (
  <IconButton
    icon={icon}
    appearance="subtle"
    spacing="compact"
    label={label}
    isDisabled={isDisabled}
    onClick={onPress}
  />
);

/** Takes a row away. */
export const RemoveButton = (props: Omit<RowButtonProps, 'icon'>) => <RowButton icon={CrossIcon} {...props} />;
