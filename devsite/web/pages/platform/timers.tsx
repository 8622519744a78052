import Lozenge from '@atlaskit/lozenge';
import { Box, Stack, Text, xcss } from '@atlaskit/primitives';
import { useSiteClock } from '../shell/site-time';
import { devsite } from '../ui/ask';
import { Loaded } from '../ui/loaded';
import { type Moments, useMoments } from '../ui/moments';
import { type Column, Table } from '../ui/table';
import { type GivenUp, GivenUpEvents } from './given-up';
import { useHeard } from './use-heard';

interface ModuleHealth {
  readonly moduleType: string;
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly lastRun?: { readonly at: number; readonly ok: boolean };
  readonly oldestDue?: number;
  readonly waiting: number;
  readonly failedForGood: number;
}

interface Told {
  readonly modules: readonly ModuleHealth[];
  readonly failedForGood: readonly GivenUp[];
}

const noWrap = xcss({ whiteSpace: 'nowrap' });
/** How late something may be before it is called late: a run that is due is carried out at once. */
const grace = 60_000;

/** Whether schedules, queues and events are on time. */
export function Timers() {
  const told = useHeard('health', () => devsite<Told>('GET', '/api/health'));
  const { time } = useSiteClock();
  const moments = useMoments();
  const now = time?.now ?? 0;
  return (
    <Loaded of={told} what="the timers">
      {({ modules, failedForGood }) => (
        <Stack space="space.200">
          <Text>{answerOf(modules, now)}</Text>
          <Table
            label="Timers and queues"
            rows={modules}
            keyOf={({ moduleType, moduleKey }) => `${moduleType} ${moduleKey}`}
            columns={columnsOf(moments, now)}
            empty="The app declares no trigger, schedule or consumer."
          />
          {failedForGood.length > 0 && <GivenUpEvents events={failedForGood} />}
        </Stack>
      )}
    </Loaded>
  );
}

const isLate = ({ oldestDue }: ModuleHealth, now: number): boolean =>
  oldestDue !== undefined && now - oldestDue > grace;

function answerOf(modules: readonly ModuleHealth[], now: number): string {
  const late = modules.filter((module) => isLate(module, now)).length;
  const lost = modules.reduce((sum, { failedForGood }) => sum + failedForGood, 0);
  const onTime = late === 0 ? 'Everything is on time' : `${late} of ${modules.length} are late`;
  return `${onTime}; ${lost === 0 ? 'nothing was given up' : `${lost} given up after their retries`}.`;
}

const kinds: Readonly<Record<string, string>> = {
  scheduledTrigger: 'Schedule',
  consumer: 'Queue',
  trigger: 'Events',
};

const columnsOf = ({ minute }: Moments, now: number): readonly Column<ModuleHealth>[] => [
  {
    title: 'Module',
    width: 28,
    cell: ({ moduleType, moduleKey }) => (
      <Stack>
        <Text weight="medium">{moduleKey}</Text>
        <Text size="small" color="color.text.subtle">
          {kinds[moduleType] ?? moduleType}
        </Text>
      </Stack>
    ),
  },
  { title: 'Function', isSpare: true, cell: ({ functionKey }) => functionKey },
  {
    title: 'Last run',
    cell: ({ lastRun }) => <Box xcss={noWrap}>{lastRun ? minute(lastRun.at) : 'Never'}</Box>,
  },
  {
    title: 'State',
    cell: (module) => <State module={module} now={now} />,
  },
  { title: 'Waiting', isFigure: true, cell: ({ waiting }) => waiting },
  {
    title: 'Oldest due',
    cell: ({ oldestDue }) => <Box xcss={noWrap}>{oldestDue === undefined ? '–' : minute(oldestDue)}</Box>,
  },
  { title: 'Given up', isFigure: true, cell: ({ failedForGood }) => failedForGood },
];

function State({ module, now }: { readonly module: ModuleHealth; readonly now: number }) {
  if (isLate(module, now)) return <Lozenge appearance="moved">Late</Lozenge>;
  if (module.lastRun?.ok === false) return <Lozenge appearance="removed">Failed</Lozenge>;
  return <Lozenge appearance="success">On time</Lozenge>;
}
