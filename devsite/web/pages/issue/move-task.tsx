import { Text } from '@atlaskit/primitives';
import { type BulkProgress, BulkQueueTask } from '../ui/bulk-queue-task';

interface MoveTaskProps {
  readonly taskId: string;
  readonly onLeave: () => void;
}

/** How far a move is, and what came of it. */
export const MoveTask = (props: MoveTaskProps) => (
  <BulkQueueTask {...props} what="the move" doing="Moving" then="Go to the issue">
    {(progress) => <Told progress={progress} />}
  </BulkQueueTask>
);

function Told({ progress: { failedAccessibleIssues = {} } }: { readonly progress: BulkProgress }) {
  const failures = Object.values(failedAccessibleIssues).flat();
  if (failures.length === 0) return <Text>The issue was moved.</Text>;
  return failures.map((failure) => (
    <Text key={failure} color="color.text.danger">
      {failure}
    </Text>
  ));
}
