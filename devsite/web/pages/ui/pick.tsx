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
  /** Has the focus when it is first shown. */
  readonly isFocused?: boolean;
}

/** One of several. */
export function Pick({ id, value, options, onChosen, onClose, isInvalid, isOpened, label, isFocused }: PickProps) {
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
      {...(isFocused && { autoFocus: true })}
      {...(isOpened && { autoFocus: true, defaultMenuIsOpen: true })}
    />
  );
}
