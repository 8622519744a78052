import Heading from '@atlaskit/heading';
import { Box, Stack, xcss } from '@atlaskit/primitives';
import { token } from '@atlaskit/tokens';
import { type Column, Table } from '../ui/table';

/** An event that the platform tried to deliver and stopped trying. */
export interface GivenUp {
  readonly cause: string;
  readonly reason: string;
  readonly event: unknown;
}

const line = xcss({ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' });

const columns: readonly Column<GivenUp>[] = [
  { title: 'Cause', cell: ({ cause }) => cause },
  { title: 'Reason', cell: ({ reason }) => reason },
  {
    title: 'Event',
    width: 55,
    cell: ({ event }) => (
      <Box xcss={line} style={{ font: token('font.code') }}>
        {JSON.stringify(event)}
      </Box>
    ),
  },
];

/** The events that never got through, with why. */
export function GivenUpEvents({ events }: { readonly events: readonly GivenUp[] }) {
  return (
    <Stack space="space.100">
      <Heading size="small" as="h2">
        Given up
      </Heading>
      <Table
        label="Events given up"
        rows={events}
        keyOf={(event) => String(events.indexOf(event))}
        columns={columns}
        empty="None."
      />
    </Stack>
  );
}
