import { type Instant, instant } from '@fettle/kernel/time';
import type { ServiceLevels } from '@fettle/sla/contract';
import { useCallback, useMemo } from 'react';
import { PriorityLine } from '../incident/priority-line';
import { Refused } from '../rpc/refused';
import { Notice } from '../ui/notice';
import { clockNames } from './clock-names';
import { DoubtfulMails } from './doubtful-mails';
import { useIssueWords, withAuthors } from './issue-words';
import { compiled, levelsAt, milestonesOf } from './level';
import styles from './level-list.module.css';
import { LevelRow } from './level-row';
import { Milestones } from './milestones';
import { useSiteNow } from './site-now';
import { texts } from './texts';

interface LevelListProps {
  readonly issueId: string;
  readonly timeZone: string;
  readonly levels: ServiceLevels;
  /** Asks for the service levels anew. */
  readonly again: () => void;
}

/** A row a clock, replayed here as time goes by. */
export function LevelList({ issueId, timeZone, levels, again }: LevelListProps) {
  const words = useIssueWords(issueId, JSON.stringify(levels.facts));
  const calendars = useMemo(() => compiled(levels.calendars), [levels.calendars]);
  const told = useMemo(() => ({ ...levels, facts: withAuthors(levels.facts, words) }), [levels, words]);
  const at = useCallback(
    (now: Instant) => {
      const names = clockNames({ words, calendars: levels.calendars, timeZone, now });
      return { names, shown: levelsAt(told, calendars, names, now) };
    },
    [words, told, levels.calendars, calendars, timeZone],
  );
  const milestones = useCallback((now: Instant) => milestonesOf(at(now).shown), [at]);
  const now = useSiteNow(levels.now, milestones);
  const { names, shown } = useMemo(() => at(now), [at, now]);

  if (shown.length === 0) return <Refused code="not-followed" />;
  return (
    <>
      {levels.hiddenSince && (
        <Notice tone="warning" title={texts.keptOut(names.when(instant(levels.hiddenSince)))}>
          {texts.lastKnown}
        </Notice>
      )}
      {levels.priority && <PriorityLine issueId={issueId} standing={levels.priority} names={names} again={again} />}
      <DoubtfulMails issueId={issueId} levels={shown} escalations={levels.escalations} names={names} />
      <ul className={styles.list}>
        {shown.map((level) => (
          <LevelRow
            key={level.definition.id}
            level={level}
            born={levels.facts.created.at}
            now={now}
            timeZone={timeZone}
            names={names}
            calendars={calendars}
          />
        ))}
      </ul>
      <Milestones levels={shown} />
    </>
  );
}
