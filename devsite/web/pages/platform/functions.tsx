import Lozenge from '@atlaskit/lozenge';
import { Box, Stack, Text, xcss } from '@atlaskit/primitives';
import { devsite } from '../ui/ask';
import { Loaded } from '../ui/loaded';
import { type Moments, useMoments } from '../ui/moments';
import { type Column, Table } from '../ui/table';
import { type LogLine, LogLines } from './log-lines';
import { useHeard } from './use-heard';

interface PastCall {
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

interface Told {
  readonly functions: readonly { readonly key: string; readonly handler: string }[];
  readonly recent: readonly PastCall[];
}

const noWrap = xcss({ whiteSpace: 'nowrap' });
const anywhere = xcss({ overflowWrap: 'anywhere' });

/** The latest calls of the app's functions, with what they logged. */
export function Functions() {
  const told = useHeard('functions', () => devsite<Told>('GET', '/api/functions'));
  const moments = useMoments();
  return (
    <Loaded of={told} what="the functions">
      {({ functions, recent }) => (
        <Stack space="space.200">
          <Text>{answerOf(recent, functions.length)}</Text>
          <Table
            label="Latest calls of functions"
            rows={recent}
            keyOf={({ id }) => String(id)}
            columns={columnsOf(moments)}
            empty="No function has run yet. Create an issue, or move the clock."
          />
        </Stack>
      )}
    </Loaded>
  );
}

function answerOf(recent: readonly PastCall[], functions: number): string {
  const failed = recent.filter(({ ok }) => !ok).length;
  const ended = failed === 0 ? 'all ended well' : `${failed} failed`;
  return `${functions === 1 ? '1 function' : `${functions} functions`}; of the last ${recent.length} calls ${ended}.`;
}

const columnsOf = ({ second }: Moments): readonly Column<PastCall>[] => [
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
  { title: 'Took', isFigure: true, cell: ({ milliseconds }) => took(milliseconds) },
  { title: 'Log', width: 45, cell: ({ logs, error }) => <LogLines logs={logs} error={error} /> },
];

function Ended({ call: { ok, timedOut } }: { readonly call: PastCall }) {
  if (timedOut) return <Lozenge appearance="removed">Timed out</Lozenge>;
  return <Lozenge appearance={ok ? 'success' : 'removed'}>{ok ? 'Well' : 'Failed'}</Lozenge>;
}

const took = (milliseconds: number): string =>
  milliseconds < 1_000 ? `${milliseconds.toFixed(1)} ms` : `${(milliseconds / 1_000).toFixed(2)} s`;
