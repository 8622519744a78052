import type { Instant } from '@fettle/kernel/time';
import { toTheSecond } from '@fettle/sla/domain/duration-words';
import { viewerTime } from '@fettle/sla/domain/viewer-time';
import { useId, useState } from 'react';
import { Unfold } from '../ui/unfold';
import type { Level } from './level';
import type { LevelAt } from './level-at';
import styles from './level-row.module.css';
import { StateLozenge } from './state-lozenge';
import { texts } from './texts';
import { UsedBar } from './used-bar';
import { usedWords } from './used-words';
import { Why } from './why';

/** A clock in three lines, and on demand why it shows that. */
export function LevelRow(props: LevelAt) {
  const { level, now } = props;
  const { definition, look, explanation } = level;
  const [unfolded, setUnfolded] = useState(false);
  const [titleId, whyId] = [useId(), useId()];

  return (
    <li className={styles.row} aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 id={titleId} className={styles.name}>
          {definition.name}
        </h2>
        <StateLozenge appearance={look} />
        <Unfold
          isUnfolded={unfolded}
          onToggle={() => setUnfolded(!unfolded)}
          of={definition.name}
          controls={whyId}
          className={styles.why}
        />
      </div>
      <div className={styles.line}>
        <p className={styles.summary} title={zoneNote(level, now)}>
          {explanation.summary}
        </p>
        <Figure level={level} now={now} />
      </div>
      <UsedBar level={level} now={now} />
      <div id={whyId}>{unfolded && <Why {...props} />}</div>
    </li>
  );
}

interface FigureProps {
  readonly level: Level;
  readonly now: Instant;
}

function Figure({ level: { current }, now }: FigureProps) {
  if (!current) return null;
  const { elapsed, target } = current.cycle;
  const words = usedWords(current, now);
  return (
    <span className={styles.figure} title={texts.of(toTheSecond(elapsed), toTheSecond(target))}>
      {texts.of(words.elapsed, words.target)}
    </span>
  );
}

/** The due instant as the calendar's own zone has it, for the tooltip. */
function zoneNote({ clock, current }: Level, now: Instant): string | undefined {
  if (!current) return undefined;
  const { name, timeZone } = current.calendar;
  const due = clock.dueAt ?? clock.dueIfResumed;
  const there = due === null ? '' : `: ${viewerTime(timeZone, now).when(due)}`;
  return texts.kept(name, timeZone) + there;
}
