import Button from '@atlaskit/button/new';
import { ModalBody, ModalFooter } from '@atlaskit/modal-dialog';
import { Stack, Text } from '@atlaskit/primitives';
import { token } from '@atlaskit/tokens';
import { useEffect } from 'react';
import { useSiteClock } from '../shell/site-time';
import { Loaded } from '../ui/loaded';
import { useLoaded } from '../ui/use-loaded';
import { type BulkProgress, bulkProgress } from './bulk-edit';

const bar = { accentColor: token('color.background.brand.bold'), width: '100%' };
/** Milliseconds between two looks. */
const pace = 500;

interface BulkTaskProps {
  readonly taskId: string;
  readonly onLeave: () => void;
}

/** How far a bulk change is, and what came of it. */
export function BulkTask({ taskId, onLeave }: BulkTaskProps) {
  const progress = useLoaded(`task ${taskId}`, () => bulkProgress(taskId));
  const { reload } = progress;
  const isRunning = progress.state === 'ready' && progress.value.status === 'RUNNING';
  useEffect(() => {
    if (!isRunning) return;
    const looking = setInterval(reload, pace);
    return () => clearInterval(looking);
  }, [isRunning, reload]);

  return (
    <>
      <ModalBody>
        <Loaded of={progress} what="the bulk change">
          {(told) => <Told progress={told} isRunning={isRunning} />}
        </Loaded>
      </ModalBody>
      <ModalFooter>
        <Button appearance="primary" onClick={onLeave}>
          {isRunning ? 'Do not wait' : 'Close'}
        </Button>
      </ModalFooter>
    </>
  );
}

const counted = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'issue' : 'issues'}`;

interface ToldProps {
  readonly progress: BulkProgress;
  readonly isRunning: boolean;
}

function Told({ progress, isRunning }: ToldProps) {
  const { time } = useSiteClock();
  const { progressPercent, processedAccessibleIssues = [], failedAccessibleIssues = {} } = progress;
  const failures = Object.values(failedAccessibleIssues);
  const reasons = [...new Set(failures.flat())];
  return (
    <Stack space="space.100">
      <progress value={progressPercent} max={100} style={bar} aria-label="How far the bulk change is" />
      {isRunning && <Text>Changing: {progressPercent} %.</Text>}
      {isRunning && time?.frozen === true && (
        <Text color="color.text.subtle">The site’s clock stands; the change ends when it goes on.</Text>
      )}
      {!isRunning && <Text>{counted(processedAccessibleIssues.length)} done.</Text>}
      {failures.length > 0 && <Text color="color.text.danger">{`${counted(failures.length)} not changed:`}</Text>}
      {reasons.map((reason) => (
        <Text key={reason} color="color.text.danger">
          {reason}
        </Text>
      ))}
    </Stack>
  );
}
