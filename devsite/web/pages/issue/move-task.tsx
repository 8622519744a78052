import Button from '@atlaskit/button/new';
import { ModalBody, ModalFooter } from '@atlaskit/modal-dialog';
import { Stack, Text } from '@atlaskit/primitives';
import { token } from '@atlaskit/tokens';
import { useEffect } from 'react';
import { useSiteClock } from '../shell/site-time';
import { Loaded } from '../ui/loaded';
import { useLoaded } from '../ui/use-loaded';
import { type MoveProgress, progressOf } from './move-target';

const bar = { accentColor: token('color.background.brand.bold'), width: '100%' };
/** Milliseconds between two looks. */
const pace = 500;

interface MoveTaskProps {
  readonly taskId: string;
  readonly onLeave: () => void;
}

/** How far a move is, and what came of it. */
export function MoveTask({ taskId, onLeave }: MoveTaskProps) {
  const progress = useLoaded(`task ${taskId}`, () => progressOf(taskId));
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
        <Loaded of={progress} what="the move">
          {(told) => <Told progress={told} />}
        </Loaded>
      </ModalBody>
      <ModalFooter>
        <Button appearance="primary" onClick={onLeave}>
          {isRunning ? 'Do not wait' : 'Go to the issue'}
        </Button>
      </ModalFooter>
    </>
  );
}

function Told({
  progress: { status, progressPercent, failedAccessibleIssues = {} },
}: {
  readonly progress: MoveProgress;
}) {
  const { time } = useSiteClock();
  const failures = Object.values(failedAccessibleIssues).flat();
  const isRunning = status === 'RUNNING';
  return (
    <Stack space="space.100">
      <progress value={progressPercent} max={100} style={bar} aria-label="How far the move is" />
      {isRunning && <Text>Moving: {progressPercent} %.</Text>}
      {isRunning && time?.frozen === true && (
        <Text color="color.text.subtle">The site’s clock stands; the move ends when it goes on.</Text>
      )}
      {!isRunning && failures.length === 0 && <Text>The issue was moved.</Text>}
      {failures.map((failure) => (
        <Text key={failure} color="color.text.danger">
          {failure}
        </Text>
      ))}
    </Stack>
  );
}
