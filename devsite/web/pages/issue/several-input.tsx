import Select, { CreatableSelect } from '@atlaskit/select';
import type { Choice } from '../ui/pick';
import type { FieldInputProps } from './field-input-props';
import { severalOf } from './field-meta';

/** A field whose values are some of those that Jira names with it. */
export function ChoicesInput({ id, field, value, onChange, isInvalid = false, isOpened = false }: FieldInputProps) {
  const options = (field.allowedValues ?? []).map((allowed) => ({
    value: allowed.id,
    label: allowed.name ?? allowed.value ?? allowed.id,
  }));
  const chosen = severalOf(value);
  return (
    <Select<Choice, true>
      inputId={id}
      isMulti
      spacing="compact"
      options={options}
      value={options.filter((option) => chosen.includes(option.value))}
      isInvalid={isInvalid}
      autoFocus={isOpened}
      menuPosition="fixed"
      onChange={(choices) => onChange(choices.map((choice) => choice.value))}
    />
  );
}

/** Words that one may make up. */
export function LabelsInput({ id, value, onChange, isInvalid = false, isOpened = false }: FieldInputProps) {
  const known = severalOf(value).map((label) => ({ value: label, label }));
  return (
    <CreatableSelect<Choice, true>
      inputId={id}
      isMulti
      spacing="compact"
      placeholder="Type a label and press Enter"
      options={known}
      value={known}
      isInvalid={isInvalid}
      autoFocus={isOpened}
      menuPosition="fixed"
      onChange={(choices) => onChange(choices.map((choice) => choice.value))}
    />
  );
}
