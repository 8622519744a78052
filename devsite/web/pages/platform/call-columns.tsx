import Lozenge from '@atlaskit/lozenge';
import { Box, Stack, Text, xcss } from '@atlaskit/primitives';
import type { Moments } from '../ui/moments';
import type { Column } from '../ui/table';
import { type LogLine, LogLines } from './log-lines';

/** A call of a function of the app. */
export interface PastCall {
  readonly id: number;
  readonly at: number;
  readonly functionKey: string;
  readonly cause: string;
  readonly ok: boolean;
  readonly timedOut: boolean;
  readonly milliseconds: number;
  readonly logs: readonly LogLine[];
  readonly error?: string;
}

const noWrap = xcss({ whiteSpace: 'nowrap' });
const anywhere = xcss({ overflowWrap: 'anywhere' });

/** What the list of calls shows of each. */
export const callColumns = ({ second }: Moments): readonly Column<PastCall>[] => [
  { title: 'Site time', cell: ({ at }) => <Box xcss={noWrap}>{second(at)}</Box> },
  {
    title: 'Function',
    cell: ({ functionKey, cause }) => (
      <Stack>
        <Text weight="medium">{functionKey}</Text>
        <Box xcss={anywhere}>
          <Text size="small" color="color.text.subtle">
            {cause}
          </Text>
        </Box>
      </Stack>
    ),
  },
  { title: 'Ended', cell: (call) => <Ended call={call} /> },
  { title: 'Took', isFigure: true, isSpare: true, cell: ({ milliseconds }) => took(milliseconds) },
  { title: 'Log', width: 45, cell: ({ logs, error }) => <LogLines logs={logs} error={error} /> },
];

function Ended({ call: { ok, timedOut } }: { readonly call: PastCall }) {
  if (timedOut) return <Lozenge appearance="removed">Timed out</Lozenge>;
  return <Lozenge appearance={ok ? 'success' : 'removed'}>{ok ? 'Well' : 'Failed'}</Lozenge>;
}

const took = (milliseconds: number): string =>
  milliseconds < 1_000 ? `${milliseconds.toFixed(1)} ms` : `${(milliseconds / 1_000).toFixed(2)} s`;
