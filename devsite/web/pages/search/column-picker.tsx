import Button from '@atlaskit/button/new';
import { PopupSelect } from '@atlaskit/select';
import type { Ref } from 'react';
import type { Columns, FieldTold } from './columns';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ColumnPickerProps {
  readonly fields: readonly FieldTold[];
  readonly columns: Columns;
  readonly onFailed: (error: unknown) => void;
}

/** Chooses the columns of the list from all fields. */
export function ColumnPicker({ fields, columns: { chosen, choose }, onFailed }: ColumnPickerProps) {
  const options = fields
    .filter(({ navigable }) => navigable)
    .map(({ id, name }): Choice => ({ value: id, label: name }))
    .sort((one, other) => one.label.localeCompare(other.label));
  const known = chosen.flatMap((id) => options.find(({ value }) => value === id) ?? []);
  return (
    <PopupSelect<Choice, true>
      label="Columns"
      placeholder="Search fields"
      options={options}
      value={known}
      isMulti
      hideSelectedOptions={false}
      closeMenuOnSelect={false}
      minMenuWidth="18rem"
      onChange={(picked) => void choose(picked.map(({ value }) => value)).catch(onFailed)}
      target={({ isOpen, 'aria-controls': controls, ref, ...trigger }) => (
        <Button
          {...trigger}
          ref={ref as Ref<HTMLButtonElement>}
          {...(controls !== undefined && { 'aria-controls': controls })}
          aria-haspopup="listbox"
          isSelected={isOpen}
        >
          Columns
        </Button>
      )}
    />
  );
}
