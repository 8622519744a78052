import Heading from '@atlaskit/heading';
import { Box, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import { useMoments } from '../ui/moments';
import { FieldRow } from './field-row';
import { Interest } from './interest';
import { type OpenIssue, shownFields } from './issue';

const card = xcss({
  borderStyle: 'solid',
  borderWidth: 'border.width',
  borderColor: 'color.border',
  borderRadius: 'radius.large',
  padding: 'space.200',
});

interface IssueDetailsProps {
  readonly open: OpenIssue;
  readonly onChanged: () => void;
}

/** The issue's fields, each changed where it stands by who may. */
export function IssueDetails({ open, onChanged }: IssueDetailsProps) {
  const { minute } = useMoments();
  const { key, fields } = open.issue;
  return (
    <Box as="aside" xcss={card} aria-label="Details">
      <Stack space="space.150">
        <Inline spread="space-between" alignBlock="center">
          <Heading size="small" as="h2">
            Details
          </Heading>
          <Interest issue={open.issue} />
        </Inline>
        {shownFields(open).map(({ id, name, field }) => (
          <FieldRow key={id} issueKey={key} name={name} field={field} value={fields[id]} onChanged={onChanged} />
        ))}
        <Text size="small" color="color.text.subtle">
          Created {minute(fields.created)}
        </Text>
        <Text size="small" color="color.text.subtle">
          Updated {minute(fields.updated)}
        </Text>
      </Stack>
    </Box>
  );
}
