import { Text } from '@atlaskit/primitives';
import { type BulkProgress, BulkQueueTask } from '../ui/bulk-queue-task';

interface BulkTaskProps {
  readonly taskId: string;
  readonly onLeave: () => void;
}

/** How far a bulk change is, and what came of it. */
export const BulkTask = (props: BulkTaskProps) => (
  <BulkQueueTask {...props} what="the bulk change" doing="Changing" then="Close">
    {(progress) => <Told progress={progress} />}
  </BulkQueueTask>
);

const counted = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'issue' : 'issues'}`;

function Told({ progress }: { readonly progress: BulkProgress }) {
  const { processedAccessibleIssues = [], failedAccessibleIssues = {} } = progress;
  const failures = Object.values(failedAccessibleIssues);
  const reasons = [...new Set(failures.flat())];
  return (
    <>
      <Text>{counted(processedAccessibleIssues.length)} done.</Text>
      {failures.length > 0 && <Text color="color.text.danger">{`${counted(failures.length)} not changed:`}</Text>}
      {reasons.map((reason) => (
        <Text key={reason} color="color.text.danger">
          {reason}
        </Text>
      ))}
    </>
  );
}
