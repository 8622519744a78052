import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import type { ComponentType } from 'react';
import { useMoments } from '../ui/moments';
import type { FieldInputProps } from './field-input-props';
import { type Entry, entryOf, oneOf } from './field-meta';
import { ChoiceInput, GroupInput, PersonInput } from './picked-input';
import { ChoicesInput, LabelsInput } from './several-input';

/** The control that a field is entered with. */
export function FieldInput(props: FieldInputProps) {
  const Input = inputs[entryOf(props.field) ?? 'text'];
  return <Input {...props} />;
}

function ParagraphsInput({ id, value, onChange, isInvalid = false, isOpened = false }: FieldInputProps) {
  return (
    <TextArea
      id={id}
      value={oneOf(value)}
      isInvalid={isInvalid}
      autoFocus={isOpened}
      minimumRows={4}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

const types: Readonly<Partial<Record<Entry, string>>> = { number: 'number', day: 'date' };

function LineInput({ id, field, value, onChange, isInvalid = false, isOpened = false }: FieldInputProps) {
  return (
    <Textfield
      id={id}
      value={oneOf(value)}
      isCompact
      isInvalid={isInvalid}
      autoFocus={isOpened}
      type={types[entryOf(field) ?? 'text'] ?? 'text'}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function MomentInput({ id, value, onChange, isInvalid = false, isOpened = false }: FieldInputProps) {
  const { input, fromInput } = useMoments();
  const at = oneOf(value);
  return (
    <Textfield
      id={id}
      type="datetime-local"
      value={at && input(Date.parse(at))}
      isCompact
      isInvalid={isInvalid}
      autoFocus={isOpened}
      onChange={({ currentTarget: { value: typed } }) => onChange(typed && asJiraWrites(fromInput(typed)))}
    />
  );
}

const asJiraWrites = (at: number): string => new Date(at).toISOString().replace('Z', '+0000');

const inputs: Readonly<Record<Entry, ComponentType<FieldInputProps>>> = {
  choice: ChoiceInput,
  choices: ChoicesInput,
  labels: LabelsInput,
  person: PersonInput,
  group: GroupInput,
  paragraphs: ParagraphsInput,
  moment: MomentInput,
  number: LineInput,
  day: LineInput,
  text: LineInput,
};
