import Heading from '@atlaskit/heading';
import { Box, Inline, Stack, Text } from '@atlaskit/primitives';
import { useFlags } from '../ui/flags';
import { documentOf, textOf } from './document';
import { DocumentView } from './document-view';
import { type Entered, oneOf } from './field-meta';
import { changeField, type OpenIssue } from './issue';
import { EditButton, TextForm } from './text-form';
import { useEditing } from './use-editing';

const refusal = 'The description was not saved';

interface DescriptionProps {
  readonly open: OpenIssue;
  readonly onChanged: () => void;
}

export function Description({ open: { issue, editable }, onChanged }: DescriptionProps) {
  const editing = useEditing();
  const { close, refuse } = useFlags();
  const { description } = issue.fields;
  const field = editable.find(({ fieldId }) => fieldId === 'description');

  const save = (text: Entered) =>
    changeField(issue.key, 'description', oneOf(text).trim() ? documentOf(oneOf(text)) : null).then(
      () => {
        close(refusal);
        editing.end();
        onChanged();
      },
      (error) => refuse(refusal, error),
    );

  return (
    <Stack space="space.100">
      <Inline space="space.100" alignBlock="center">
        <Heading size="small" as="h2">
          Description
        </Heading>
        {field && !editing.is && <EditButton name="description" editing={editing} />}
      </Inline>
      {field && editing.is ? (
        <TextForm field={field} value={textOf(description)} issueKey={issue.key} onSave={save} onCancel={editing.end} />
      ) : (
        <Box>
          {description ? <DocumentView value={description} /> : <Text color="color.text.subtle">No description.</Text>}
        </Box>
      )}
    </Stack>
  );
}
