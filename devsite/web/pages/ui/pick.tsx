import Select from '@atlaskit/select';
import { useMemo } from 'react';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface PickProps {
  readonly id: string;
  readonly value: string | undefined;
  readonly options: readonly Choice[];
  readonly onChosen: (value: string) => void;
  readonly onClose?: () => void;
  readonly isInvalid?: boolean;
  /** Opens its list at once. */
  readonly isOpened?: boolean;
  readonly label?: string;
}

/** One of several. */
export function Pick({ id, value, options, onChosen, onClose, isInvalid, isOpened, label }: PickProps) {
  const chosen = useMemo(() => options.find((option) => option.value === value) ?? null, [options, value]);
  return (
    <Select<Choice>
      inputId={id}
      spacing="compact"
      options={options}
      value={chosen}
      isInvalid={isInvalid ?? false}
      menuPosition="fixed"
      onChange={(choice) => choice && onChosen(choice.value)}
      {...(label !== undefined && { label })}
      {...(onClose && { onMenuClose: onClose })}
      {...(isOpened && { autoFocus: true, defaultMenuIsOpen: true })}
    />
  );
}
