import { Box, Grid, Inline, Text, xcss } from '@atlaskit/primitives';
import { useFlags } from '../ui/flags';
import { FieldInput } from './field-input';
import { type Entered, entered, entryOf, type FieldMeta, isPicked, sent } from './field-meta';
import { FieldValue } from './field-value';
import { changeField } from './issue';
import { EditButton, TextForm } from './text-form';
import { useEditing } from './use-editing';

const row = xcss({ gridTemplateColumns: 'minmax(6rem, 1fr) minmax(0, 2fr)' });
const narrow = xcss({ minWidth: '0', overflowWrap: 'anywhere' });

interface FieldRowProps {
  readonly issueKey: string;
  readonly name: string;
  /** What it takes; absent when the person may not change it. */
  readonly field: FieldMeta | undefined;
  readonly value: unknown;
  readonly onChanged: () => void;
}

/** A field's name and value, and its control while it is changed. */
export function FieldRow({ issueKey, name, field, value, onChanged }: FieldRowProps) {
  const editing = useEditing();
  return (
    <Grid xcss={row} gap="space.100" alignItems="center">
      <Text size="small" weight="semibold" color="color.text.subtle">
        {name}
      </Text>
      <Box xcss={narrow}>
        {field && editing.is ? (
          <FieldEditor issueKey={issueKey} field={field} value={value} onChanged={onChanged} onClose={editing.end} />
        ) : (
          <Inline space="space.050" alignBlock="center" spread="space-between">
            <FieldValue value={value} name={name} />
            {field && entryOf(field) && <EditButton name={name} editing={editing} />}
          </Inline>
        )}
      </Box>
    </Grid>
  );
}

interface FieldEditorProps {
  readonly issueKey: string;
  readonly field: FieldMeta;
  readonly value: unknown;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** What is picked is saved at once; what is typed when the person says so. */
function FieldEditor({ issueKey, field, value, onChanged, onClose }: FieldEditorProps) {
  const { close, refuse } = useFlags();
  const refusal = `${field.name} was not saved`;
  const before = entered(field, value);
  const save = (typed: Entered): Promise<void> =>
    changeField(issueKey, field.fieldId, sent(field, typed)).then(
      () => {
        close(refusal);
        onClose();
        onChanged();
      },
      (error) => refuse(refusal, error),
    );

  if (isPicked(field)) {
    return (
      <FieldInput
        id={`edit-${field.fieldId}`}
        field={field}
        value={before}
        assignableIn={{ issueKey }}
        onChange={(picked) => void save(picked)}
        onClose={onClose}
        isOpened
      />
    );
  }
  return <TextForm field={field} value={before} issueKey={issueKey} onSave={save} onCancel={onClose} />;
}
