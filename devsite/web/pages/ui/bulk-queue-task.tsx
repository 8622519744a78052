import Button from '@atlaskit/button/new';
import { ModalBody, ModalFooter } from '@atlaskit/modal-dialog';
import { Stack, Text } from '@atlaskit/primitives';
import { token } from '@atlaskit/tokens';
import { type ReactNode, useEffect } from 'react';
import { useSiteClock } from '../shell/site-time';
import { jira } from './ask';
import { Loaded } from './loaded';
import { useLoaded } from './use-loaded';

/** How far a bulk operation is, as Jira's queue tells it. */
export interface BulkProgress {
  readonly status: string;
  readonly progressPercent: number;
  readonly processedAccessibleIssues?: readonly number[];
  readonly failedAccessibleIssues?: Readonly<Record<string, readonly string[]>>;
}

const bar = { accentColor: token('color.background.brand.bold'), width: '100%' };
/** Milliseconds between two looks. */
const pace = 500;

interface BulkQueueTaskProps {
  readonly taskId: string;
  /** As in `the move`. */
  readonly what: string;
  /** As in `Moving`. */
  readonly doing: string;
  /** What the button says once it is over. */
  readonly then: string;
  readonly onLeave: () => void;
  /** What came of it; told once it is over. */
  readonly children: (progress: BulkProgress) => ReactNode;
}

/** The body of a dialog that waits for a bulk operation, and need not. */
export function BulkQueueTask({ taskId, what, doing, then, onLeave, children }: BulkQueueTaskProps) {
  const progress = useLoaded(`task ${taskId}`, () => jira<BulkProgress>('GET', `/bulk/queue/${taskId}`));
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
        <Loaded of={progress} what={what}>
          {(told) => (
            <Stack space="space.100">
              <progress value={told.progressPercent} max={100} style={bar} aria-label={`How far ${what} is`} />
              {isRunning ? <Running what={what} doing={doing} percent={told.progressPercent} /> : children(told)}
            </Stack>
          )}
        </Loaded>
      </ModalBody>
      <ModalFooter>
        <Button appearance="primary" onClick={onLeave}>
          {isRunning ? 'Do not wait' : then}
        </Button>
      </ModalFooter>
    </>
  );
}

interface RunningProps extends Pick<BulkQueueTaskProps, 'what' | 'doing'> {
  readonly percent: number;
}

function Running({ what, doing, percent }: RunningProps) {
  const { time } = useSiteClock();
  return (
    <>
      <Text>
        {doing}: {percent} %.
      </Text>
      {time?.frozen === true && (
        <Text color="color.text.subtle">The site’s clock stands; {what} ends when it goes on.</Text>
      )}
    </>
  );
}
