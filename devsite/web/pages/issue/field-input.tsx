import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import type { ComponentType } from 'react';
import { useMoments } from '../ui/moments';
import type { FieldInputProps } from './field-input-props';
import { type Entry, entryOf } from './field-meta';
import { ChoiceInput, GroupInput, PersonInput } from './picked-input';

/** The control that a field is entered with. */
export function FieldInput(props: FieldInputProps) {
  const Input = inputs[entryOf(props.field) ?? 'text'];
  return <Input {...props} />;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function ParagraphsInput({ id, value, onChange, isInvalid = false, isOpened = false }: FieldInputProps) {
  return (
    <TextArea
      id={id}
      value={textOf(value)}
      isInvalid={isInvalid}
      autoFocus={isOpened}
      minimumRows={4}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function LineInput({ id, field, value, onChange, isInvalid = false, isOpened = false }: FieldInputProps) {
  return (
    <Textfield
      id={id}
      value={textOf(value)}
      isCompact
      isInvalid={isInvalid}
      autoFocus={isOpened}
      type={entryOf(field) === 'number' ? 'number' : 'text'}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function MomentInput({ id, value, onChange, isInvalid = false, isOpened = false }: FieldInputProps) {
  const { input, fromInput } = useMoments();
  const at = textOf(value);
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
  person: PersonInput,
  group: GroupInput,
  paragraphs: ParagraphsInput,
  moment: MomentInput,
  number: LineInput,
  text: LineInput,
};
