import { Loaded } from '../rpc/loaded';
import { useCall } from '../rpc/use-call';
import { LevelList } from './level-list';
import { LevelsFrame } from './levels-frame';
import { texts } from './texts';
import { useIssueChanges } from './use-issue-changes';

interface PanelProps {
  readonly issueId: string;
  /** The viewer's IANA zone. */
  readonly timeZone: string;
}

/** The clocks of an issue and why they show what they show. */
export function ServiceLevelsPanel({ issueId, timeZone }: PanelProps) {
  const levels = useCall('serviceLevels', { issueId });
  const { answer, again } = levels;
  const { facts, definitions, escalations, priority, hiddenSince } = answer.state === 'ready' ? answer.value : {};
  const seen = JSON.stringify([answer.state, facts, definitions, escalations, priority, hiddenSince]);
  const isAwaited = answer.state === 'refused' && answer.reason.code === 'not-followed';
  useIssueChanges({ issueId, again, seen, isAwaited });

  return (
    <main aria-label={texts.panel}>
      <Loaded of={levels} frame={<LevelsFrame />}>
        {(value) => <LevelList issueId={issueId} timeZone={timeZone} levels={value} again={again} />}
      </Loaded>
    </main>
  );
}
