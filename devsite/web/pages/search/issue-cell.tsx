import { Anchor, Box, Text, xcss } from '@atlaskit/primitives';
import { FieldValue } from '../issue/field-value';
import { PersonName } from '../ui/person';
import { type Status, StatusName } from '../ui/status';
import type { FoundIssue } from './use-found';

const noWrap = xcss({ whiteSpace: 'nowrap' });
const keyLink = xcss({ textDecoration: 'none', ':hover': { textDecoration: 'underline' } });
const wrapping = xcss({ minWidth: '8rem', overflowWrap: 'anywhere' });
const summaryLink = xcss({ color: 'color.text', textDecoration: 'none', ':hover': { textDecoration: 'underline' } });

interface IssueCellProps {
  readonly issue: FoundIssue;
  readonly fieldId: string;
  readonly name: string;
  /** Whether the keys `j` and `k` move along this column's links. */
  readonly isRowLink: boolean;
}

/** A field of an issue as a cell of the list. */
export function IssueCell({ issue: { key, fields }, fieldId, name, isRowLink }: IssueCellProps) {
  const row = isRowLink ? { 'data-row': true } : { tabIndex: -1 };
  const value = fields[fieldId];
  if (fieldId === 'issuekey')
    return (
      <Box xcss={noWrap}>
        <Anchor href={`/browse/${key}`} xcss={keyLink} {...row}>
          {key}
        </Anchor>
      </Box>
    );
  if (fieldId === 'summary')
    return (
      <Box xcss={wrapping}>
        <Anchor href={`/browse/${key}`} xcss={summaryLink} {...row}>
          {String(value ?? '')}
        </Anchor>
      </Box>
    );
  if (fieldId === 'status' && value) return <StatusName status={value as Status} />;
  if (fieldId === 'assignee') return <Assignee value={value as { displayName: string } | null} />;
  return value === null || value === undefined ? null : <FieldValue name={name} value={value} />;
}

function Assignee({ value }: { readonly value: { readonly displayName: string } | null }) {
  if (value) return <PersonName name={value.displayName} />;
  return (
    <Box xcss={noWrap}>
      <Text color="color.text.subtle">Unassigned</Text>
    </Box>
  );
}
