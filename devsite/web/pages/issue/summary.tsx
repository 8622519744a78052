import Heading from '@atlaskit/heading';
import { Box, Inline, xcss } from '@atlaskit/primitives';
import { useFlags } from '../ui/flags';
import { type Entered, oneOf } from './field-meta';
import { changeField, type OpenIssue } from './issue';
import { EditButton, TextForm } from './text-form';
import { useEditing } from './use-editing';

const wrapping = xcss({ minWidth: '0', overflowWrap: 'anywhere' });

interface SummaryProps {
  readonly open: OpenIssue;
  readonly onChanged: () => void;
}

const refusal = 'The summary was not saved';

/** The issue's summary, as its page's title. */
export function Summary({ open: { issue, editable }, onChanged }: SummaryProps) {
  const editing = useEditing();
  const { close, refuse } = useFlags();
  const field = editable.find(({ fieldId }) => fieldId === 'summary');

  const save = (summary: Entered) =>
    changeField(issue.key, 'summary', oneOf(summary)).then(
      () => {
        close(refusal);
        editing.end();
        onChanged();
      },
      (error) => refuse(refusal, error),
    );

  if (field && editing.is) {
    return (
      <TextForm field={field} value={issue.fields.summary} issueKey={issue.key} onSave={save} onCancel={editing.end} />
    );
  }
  return (
    <Inline space="space.100" alignBlock="center">
      <Box xcss={wrapping}>
        <Heading size="large" as="h1">
          {issue.fields.summary}
        </Heading>
      </Box>
      {field && <EditButton name="summary" editing={editing} />}
    </Inline>
  );
}
