import Button from '@atlaskit/button/new';
import { Anchor, Box, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import { useRef, useState } from 'react';
import { Loaded } from '../ui/loaded';
import { type Moments, useMoments } from '../ui/moments';
import { PersonName } from '../ui/person';
import { PriorityName } from '../ui/priority';
import { StatusName } from '../ui/status';
import { type Column, Table } from '../ui/table';
import { useLoaded } from '../ui/use-loaded';
import { findIssues, type ListedIssue } from './issue-search';
import { useRowKeys } from './use-row-keys';

const noWrap = xcss({ whiteSpace: 'nowrap' });
const keyLink = xcss({ textDecoration: 'none', ':hover': { textDecoration: 'underline' } });
const wrapping = xcss({ minWidth: '8rem', overflowWrap: 'anywhere' });
const summaryLink = xcss({ color: 'color.text', textDecoration: 'none', ':hover': { textDecoration: 'underline' } });

const columnsOf = ({ minute }: Moments): readonly Column<ListedIssue>[] => [
  {
    title: 'Key',
    cell: ({ key }) => (
      <Box xcss={noWrap}>
        <Anchor href={`/browse/${key}`} tabIndex={-1} xcss={keyLink}>
          {key}
        </Anchor>
      </Box>
    ),
  },
  {
    title: 'Summary',
    width: 40,
    cell: ({ key, fields }) => (
      <Box xcss={wrapping}>
        <Anchor href={`/browse/${key}`} data-row xcss={summaryLink}>
          {fields.summary}
        </Anchor>
      </Box>
    ),
  },
  { title: 'Type', isSpare: true, cell: ({ fields }) => fields.issuetype.name },
  { title: 'Status', cell: ({ fields }) => <StatusName status={fields.status} /> },
  { title: 'Priority', cell: ({ fields }) => fields.priority && <PriorityName name={fields.priority.name} /> },
  {
    title: 'Assignee',
    cell: ({ fields }) =>
      fields.assignee ? (
        <PersonName name={fields.assignee.displayName} />
      ) : (
        <Box xcss={noWrap}>
          <Text color="color.text.subtle">Unassigned</Text>
        </Box>
      ),
  },
  { title: 'Created', isSpare: true, cell: ({ fields }) => <Box xcss={noWrap}>{minute(fields.created)}</Box> },
];

/** What a query finds, a page at a time. */
export function FoundIssues({ jql }: { readonly jql: string }) {
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined]);
  const page = useLoaded(`${jql} ${pages.length}`, () => findIssues(jql, pages.at(-1)));
  const list = useRef<HTMLDivElement>(null);
  const moments = useMoments();
  useRowKeys(list);

  return (
    <Loaded of={page} what="the issues">
      {({ issues, nextPageToken }) => (
        <Stack space="space.150" ref={list}>
          <Table
            label="Issues"
            rows={issues}
            keyOf={({ id }) => id}
            columns={columnsOf(moments)}
            empty="No issue matches. Create one, or choose another project."
          />
          <Inline space="space.100" alignBlock="center">
            <Button isDisabled={pages.length === 1} onClick={() => setPages(pages.slice(0, -1))}>
              Previous
            </Button>
            <Button isDisabled={nextPageToken === undefined} onClick={() => setPages([...pages, nextPageToken])}>
              Next
            </Button>
            <Text color="color.text.subtle">
              Page {pages.length}
              {issues.length > 0 && ', j and k move, enter opens'}
            </Text>
          </Inline>
        </Stack>
      )}
    </Loaded>
  );
}
