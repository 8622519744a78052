import Lozenge from '@atlaskit/lozenge';
import { Box, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import { useMoments } from '../ui/moments';
import { type Column, Table } from '../ui/table';
import { Unfolding } from '../ui/unfolding';
import { LogLines } from './log-lines';
import { costOf, type LoggedCall, type PastCall } from './past-call';

const anywhere = xcss({ overflowWrap: 'anywhere' });

const figure = (value: number): string => (value === 0 ? '–' : String(value));

const columns: readonly Column<LoggedCall>[] = [
  { title: 'Call', width: 55, cell: ({ call }) => <Box xcss={anywhere}>{call}</Box> },
  { title: 'Status', cell: ({ status }) => status },
  { title: 'Points', isFigure: true, cell: ({ points }) => figure(points) },
  {
    title: 'KVS units',
    isFigure: true,
    cell: ({ kvsReadUnits, kvsWriteUnits }) => figure(kvsReadUnits + kvsWriteUnits),
  },
];

/** An invocation in two lines; unfolded, what it logged and every call it made. */
export function CallItem({ call }: { readonly call: PastCall }) {
  const { second } = useMoments();
  const { functionKey, cause, at, ok, logs, error, calls } = call;
  return (
    <Unfolding
      title={
        <Stack>
          <Inline space="space.100" alignBlock="center" shouldWrap>
            <Text weight="medium">{functionKey}</Text>
            <Text size="small" color="color.text.subtle">
              {costOf(call)}
            </Text>
            {!ok && <Lozenge appearance="removed">Failed</Lozenge>}
          </Inline>
          <Text size="small" color="color.text.subtle">
            {cause}, {second(at)}
          </Text>
        </Stack>
      }
    >
      <Stack space="space.150">
        {logs.length > 0 || error !== undefined ? (
          <LogLines logs={logs} error={error} />
        ) : (
          <Text size="small" color="color.text.subtle">
            It logged nothing.
          </Text>
        )}
        {calls.length === 0 ? (
          <Text size="small" color="color.text.subtle">
            It called nothing of the platform.
          </Text>
        ) : (
          <Table
            label={`Calls of ${functionKey}`}
            rows={calls}
            keyOf={(each) => String(calls.indexOf(each))}
            columns={columns}
            empty=""
          />
        )}
      </Stack>
    </Unfolding>
  );
}
