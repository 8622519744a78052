import Button, { IconButton } from '@atlaskit/button/new';
import Edit from '@atlaskit/icon/core/edit';
import { Inline, Stack } from '@atlaskit/primitives';
import { type FormEvent, useState } from 'react';
import { FieldInput } from './field-input';
import type { Entered, FieldMeta } from './field-meta';
import type { Editing } from './use-editing';

interface TextFormProps {
  readonly field: FieldMeta;
  readonly value: Entered;
  readonly issueKey: string;
  readonly onSave: (value: Entered) => Promise<void>;
  readonly onCancel: () => void;
}

/** A field's control with what saves it and what leaves it as it was. */
export function TextForm({ field, value, issueKey, onSave, onCancel }: TextFormProps) {
  const [typed, setTyped] = useState(value);
  const [saving, setSaving] = useState(false);
  const save = (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    void onSave(typed).finally(() => setSaving(false));
  };
  return (
    <form onSubmit={save} onKeyDown={({ key }) => key === 'Escape' && onCancel()} aria-label={field.name}>
      <Stack space="space.100">
        <FieldInput
          id={`edit-${field.fieldId}`}
          field={field}
          value={typed}
          assignableIn={{ issueKey }}
          onChange={setTyped}
          isOpened
        />
        <Inline space="space.100">
          <Button type="submit" appearance="primary" spacing="compact" isLoading={saving}>
            Save
          </Button>
          <Button appearance="subtle" spacing="compact" onClick={onCancel}>
            Cancel
          </Button>
        </Inline>
      </Stack>
    </form>
  );
}

interface EditButtonProps {
  readonly name: string;
  readonly editing: Editing;
}

/** Opens a field's form; takes the focus back when the form is gone. */
export function EditButton({ name, editing: { was, begin } }: EditButtonProps) {
  return (
    <IconButton
      icon={Edit}
      label={`Edit ${name}`}
      appearance="subtle"
      spacing="compact"
      autoFocus={was}
      onClick={begin}
    />
  );
}
