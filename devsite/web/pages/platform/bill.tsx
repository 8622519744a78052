import Heading from '@atlaskit/heading';
import { Box, Stack, Text, xcss } from '@atlaskit/primitives';
import { useState } from 'react';
import { devsite } from '../ui/ask';
import { Labelled } from '../ui/labelled';
import { Loaded } from '../ui/loaded';
import { Pick } from '../ui/pick';
import { type Column, Table } from '../ui/table';
import type { BillLine } from './bill-sums';
import { type BillSum, type SumBy, summed } from './bill-sums';
import { useHeard } from './use-heard';

interface Meter {
  readonly name: string;
  readonly unit: string;
  readonly free: number;
  readonly dollars: number;
  readonly used: number;
  readonly due: number;
  /** What a month comes to at the pace so far; absent while too little has happened. */
  readonly monthly?: number;
  readonly monthlyDue?: number;
}

interface Told {
  readonly lines: readonly BillLine[];
  readonly meters: readonly Meter[];
  readonly pointsThisHour: number;
}

const picker = xcss({ maxWidth: '14rem' });
const anywhere = xcss({ overflowWrap: 'anywhere' });

/** What the app has cost so far, and whose it was. */
export function Bill() {
  const told = useHeard('bill', () => devsite<Told>('GET', '/api/bill'));
  return (
    <Loaded of={told} what="the bill">
      {({ lines, meters, pointsThisHour }) => (
        <Stack space="space.300">
          <Text>{answerOf(meters, lines, pointsThisHour)}</Text>
          <Stack space="space.100">
            <Heading size="small" as="h2">
              Meters
            </Heading>
            <Table
              label="Meters"
              rows={meters}
              keyOf={({ name }) => name}
              columns={meterColumns}
              empty="Nothing was used."
            />
          </Stack>
          <Lines lines={lines} />
        </Stack>
      )}
    </Loaded>
  );
}

function Lines({ lines }: { readonly lines: readonly BillLine[] }) {
  const [by, setBy] = useState<SumBy>('call');
  return (
    <Stack space="space.100">
      <Heading size="small" as="h2">
        Lines
      </Heading>
      <Box xcss={picker}>
        <Labelled label="Sum by" id="sum-by">
          <Pick
            id="sum-by"
            value={by}
            options={[
              { value: 'functionKey', label: 'Function' },
              { value: 'call', label: 'Call' },
              { value: 'cause', label: 'Cause' },
              { value: 'line', label: 'Function, call and cause' },
            ]}
            onChosen={(chosen) => setBy(chosen as SumBy)}
          />
        </Labelled>
      </Box>
      <Table
        label="Lines of the bill"
        rows={summed(lines, by)}
        keyOf={({ name }) => name}
        columns={lineColumns}
        empty="The app has called nothing yet."
      />
    </Stack>
  );
}

function answerOf(meters: readonly Meter[], lines: readonly BillLine[], thisHour: number): string {
  const due = meters.reduce((sum, meter) => sum + meter.due, 0);
  const points = lines.reduce((sum, line) => sum + line.points, 0);
  const cost = due === 0 ? 'all of it within a month’s free share' : `$${due.toFixed(2)} beyond a month’s free share`;
  return `${amount(points)} Jira points so far, ${amount(thisHour)} of them in this hour of site time; ${cost}.`;
}

/** How much of a month's free share a month at this pace takes. */
function FreeShare({ meter: { name, free, used, monthly = used } }: { readonly meter: Meter }) {
  const share = monthly / free;
  const percent = share > 0 && share < 0.01 ? '< 1 %' : `${Math.round(share * 100)} %`;
  return (
    <Stack space="space.025">
      <meter value={Math.min(share, 1)} max={1} aria-label={`${name}: of the free share`} style={{ width: '100%' }} />
      <Text size="small" {...(share > 1 && { color: 'color.text.danger' })}>
        {percent}
      </Text>
    </Stack>
  );
}

const amount = (value: number, digits = 0): string => value.toLocaleString('en', { maximumFractionDigits: digits });

const figure = (value: number, digits = 0): string => (value === 0 ? '–' : amount(value, digits));

const meterColumns: readonly Column<Meter>[] = [
  { title: 'Meter', cell: ({ name }) => name },
  { title: 'Used', isFigure: true, cell: ({ used, unit }) => `${amount(used, 4)} ${unit}` },
  {
    title: 'A month like this',
    isFigure: true,
    cell: ({ monthly, unit }) => (monthly === undefined ? '–' : `${amount(monthly, 4)} ${unit}`),
  },
  { title: 'Free in a month', isFigure: true, cell: ({ free, unit }) => `${amount(free, 1)} ${unit}` },
  { title: 'Of the free share', width: 20, cell: (meter) => <FreeShare meter={meter} /> },
  { title: 'Then', isFigure: true, cell: ({ dollars, unit }) => `$${dollars} per ${unit}` },
  {
    title: 'A month costs',
    isFigure: true,
    cell: ({ due, monthlyDue = due }) => `$${monthlyDue.toFixed(2)}`,
  },
];

const lineColumns: readonly Column<BillSum>[] = [
  { title: 'What', width: 40, cell: ({ name }) => <Box xcss={anywhere}>{name}</Box> },
  { title: 'Times', isFigure: true, cell: ({ times }) => figure(times) },
  { title: 'Points', isFigure: true, cell: ({ points }) => figure(points) },
  { title: 'KVS read units', isFigure: true, cell: ({ kvsReadUnits }) => figure(kvsReadUnits) },
  { title: 'KVS write units', isFigure: true, cell: ({ kvsWriteUnits }) => figure(kvsWriteUnits) },
  { title: 'GB-s', isFigure: true, cell: ({ gbSeconds }) => figure(gbSeconds, 3) },
  { title: 'Events', isFigure: true, cell: ({ events }) => figure(events) },
];
