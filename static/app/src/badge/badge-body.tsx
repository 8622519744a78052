import { type Duration, type Instant, instant } from '@fettle/kernel/time';
import { formatDuration, workingDayOf } from '@fettle/sla/domain/duration-words';
import { viewerTime } from '@fettle/sla/domain/viewer-time';
import { useCallback, useMemo, useState } from 'react';
import type { Host } from '../host';
import { Loaded } from '../rpc/loaded';
import { Refused } from '../rpc/refused';
import type { Output } from '../rpc/rpc';
import { useCall } from '../rpc/use-call';
import { clockNames } from '../sla/clock-names';
import { CycleTold } from '../sla/cycle-told';
import { useIssueWords, withAuthors } from '../sla/issue-words';
import { compiled, type Level, levelsAt, milestonesOf } from '../sla/level';
import { useSiteNow } from '../sla/site-now';
import { StateLozenge } from '../sla/state-lozenge';
import { texts as panel } from '../sla/texts';
import { useIssueChanges } from '../sla/use-issue-changes';
import { Notice } from '../ui/notice';
import { PageFrame } from '../ui/page-frame';
import { Unfold } from '../ui/unfold';
import styles from './badge-body.module.css';
import { texts } from './texts';

/** What is behind the badge: a compact row a clock. */
export function BadgeBody({ host: { issueId, timeZone } }: { readonly host: Host }) {
  const called = useCall('serviceLevels', { issueId });
  const { answer, again } = called;
  const { facts, definitions } = answer.state === 'ready' ? answer.value : {};
  const isAwaited = answer.state === 'refused' && answer.reason.code === 'not-followed';
  useIssueChanges({ issueId, again, seen: JSON.stringify([answer.state, facts, definitions]), isAwaited });
  return (
    <main aria-label={texts.page} className={styles.page}>
      <Loaded of={called} frame={<PageFrame rows={2} />}>
        {(levels) => <Rows issueId={issueId} levels={levels} timeZone={timeZone} />}
      </Loaded>
    </main>
  );
}

interface RowsProps {
  readonly issueId: string;
  readonly levels: Output<'serviceLevels'>;
  readonly timeZone: string;
}

function Rows({ issueId, levels, timeZone }: RowsProps) {
  const words = useIssueWords(issueId, JSON.stringify(levels.facts));
  const calendars = useMemo(() => compiled(levels.calendars), [levels.calendars]);
  const told = useMemo(() => ({ ...levels, facts: withAuthors(levels.facts, words) }), [levels, words]);
  const at = useCallback(
    (now: Instant) => levelsAt(told, calendars, clockNames({ words, calendars: levels.calendars, timeZone, now }), now),
    [told, calendars, words, levels.calendars, timeZone],
  );
  const now = useSiteNow(
    levels.now,
    useCallback((then: Instant) => milestonesOf(at(then)), [at]),
  );
  const shown = useMemo(() => at(now), [at, now]);
  if (shown.length === 0) return <Refused code="not-followed" />;
  return (
    <>
      {levels.hiddenSince && (
        <Notice tone="warning" title={panel.keptOut(viewerTime(timeZone, now).when(instant(levels.hiddenSince)))}>
          {panel.lastKnown}
        </Notice>
      )}
      <ul className={styles.rows}>
        {shown.map((level) => (
          <Row key={level.definition.id} level={level} now={now} timeZone={timeZone} />
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  readonly level: Level;
  readonly now: Instant;
  readonly timeZone: string;
}

function Row({ level, now, timeZone }: RowProps) {
  const [unfolded, setUnfolded] = useState(false);
  const { definition, look, explanation, clock } = level;
  const due = clock.dueAt ?? clock.dueIfResumed;
  return (
    <li className={styles.row} title={explanation.summary}>
      <span className={styles.name}>{definition.name}</span>
      <StateLozenge appearance={look} />
      <span className={styles.due}>
        {due !== null && clock.state === 'running' && texts.due(viewerTime(timeZone, now).when(due))}
        {clock.state === 'paused' && explanation.summary}
      </span>
      <span className={styles.left}>{leftOf(level, now)}</span>
      <Unfold
        isUnfolded={unfolded}
        onToggle={() => setUnfolded(!unfolded)}
        words={texts.why}
        of={definition.name}
        isSmall
        className={styles.why}
      />
      {unfolded && (
        <div className={styles.told}>
          {explanation.cycles.map((cycle) => (
            <CycleTold key={cycle.number} cycle={cycle} isOnly={explanation.cycles.length === 1} />
          ))}
          <p className={styles.panel}>{texts.drawn}</p>
        </div>
      )}
    </li>
  );
}

/** Working time left of the last cycle, or over it; nothing once it has ended, and a paused one tells it with its reason. */
function leftOf({ current, clock }: Level, now: Instant): string {
  if (!current || clock.state !== 'running') return '';
  const { cycle, time } = current;
  const left = cycle.target - cycle.elapsed;
  const words = formatDuration(Math.abs(left) as Duration, workingDayOf(time, now));
  return left < 0 ? texts.over(words) : texts.left(words);
}
