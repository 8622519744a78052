import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import { Box, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import type { ReactNode } from 'react';
import type { Job, Queue, WaitingEvent } from '../../../platform/waiting-view';
import { devsite } from '../ui/ask';
import { Loaded } from '../ui/loaded';
import { type Moments, useMoments } from '../ui/moments';
import { type Column, Table } from '../ui/table';
import { Unfolding } from '../ui/unfolding';
import { useHeard } from './use-heard';
import { ValueTree } from './value-tree';

interface Told {
  readonly queues: readonly Queue[];
  readonly jobs: readonly Job[];
  readonly events: readonly WaitingEvent[];
}

/** What is on its way to the app: events of queues and of Jira, and the pushes they came with. */
export function Waiting() {
  const told = useHeard('waiting', () => devsite<Told>('GET', '/api/waiting'));
  const { minute } = useMoments();
  return (
    <Loaded of={told} what="what waits">
      {({ queues, jobs, events }) => (
        <Stack space="space.300">
          <Text>{answerOf(events)}</Text>
          <Section title="Queues">
            <Table label="Queues" rows={queues} keyOf={({ queue }) => queue} columns={queueColumns} empty="Empty." />
          </Section>
          <Section title="Events">
            {events.length === 0 && <Text color="color.text.subtle">Nothing is on its way.</Text>}
            {events.map((event) => (
              <EventItem key={`${event.queue ?? ''} ${event.id}`} event={event} />
            ))}
          </Section>
          <Section title="Latest pushes">
            <Table
              label="Latest pushes"
              rows={jobs}
              keyOf={({ id }) => id}
              columns={jobColumns(minute)}
              empty="None."
            />
          </Section>
        </Stack>
      )}
    </Loaded>
  );
}

function answerOf(events: readonly WaitingEvent[]): string {
  const lost = events.filter(({ failed }) => failed !== null).length;
  const waiting = events.length - lost;
  const onTheWay = waiting === 0 ? 'Nothing waits' : `${waiting} ${waiting === 1 ? 'event waits' : 'events wait'}`;
  return `${onTheWay}; ${lost === 0 ? 'nothing failed for good' : `${lost} failed for good`}.`;
}

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

const Section = ({ title, children }: SectionProps) => (
  <Stack space="space.100">
    <Heading size="xsmall" as="h3">
      {title}
    </Heading>
    {children}
  </Stack>
);

const anywhere = xcss({ overflowWrap: 'anywhere' });

function EventItem({ event }: { readonly event: WaitingEvent }) {
  const { second } = useMoments();
  const { queue, cause, moduleKey, due, retries, failed } = event;
  return (
    <Unfolding
      title={
        <Inline space="space.100" alignBlock="center" shouldWrap>
          <Text weight="medium">{queue ?? cause ?? ''}</Text>
          {moduleKey && <Text size="small">{`to ${moduleKey}`}</Text>}
          <Text size="small" color="color.text.subtle">
            {stateOf(event)} {second(due)}
          </Text>
          {retries > 0 && <Text size="small">{`tried ${retries + 1} times`}</Text>}
          {failed !== null && <Lozenge appearance="removed">Failed for good</Lozenge>}
        </Inline>
      }
    >
      {failed !== null && (
        <Box xcss={anywhere}>
          <Text color="color.text.danger">{failed}</Text>
        </Box>
      )}
      <ValueTree value={JSON.parse(event.event)} />
    </Unfolding>
  );
}

function stateOf({ failed, running }: WaitingEvent): string {
  if (failed !== null) return 'was due';
  return running ? 'is being carried out, was due' : 'due';
}

const queueColumns: readonly Column<Queue>[] = [
  { title: 'Queue', cell: ({ queue }) => queue },
  { title: 'Depth', isFigure: true, cell: ({ depth }) => depth },
  { title: 'Running', isFigure: true, cell: ({ running }) => running },
  { title: 'Retrying', isFigure: true, cell: ({ retrying }) => retrying },
  { title: 'Failed', isFigure: true, cell: ({ failed }) => failed },
];

const jobColumns = (minute: Moments['minute']): readonly Column<Job>[] => [
  { title: 'Pushed', cell: ({ entered }) => minute(entered) },
  { title: 'Queue', cell: ({ queue }) => queue },
  { title: 'Open', isFigure: true, cell: ({ inProgress }) => inProgress },
  { title: 'Well', isFigure: true, cell: ({ success }) => success },
  { title: 'Failed', isFigure: true, cell: ({ failed }) => failed },
];
