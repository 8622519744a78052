import type { Instant } from '@fettle/kernel/time';
import { viewerTime } from '@fettle/sla/domain/viewer-time';
import { useState } from 'react';
import { openIssues, PlaceLink } from '../jira/issues-link';
import { Unfold } from '../ui/unfold';
import { headline } from './answer';
import styles from './at-risk.module.css';
import { breachedNow, withinTheHour } from './queries';
import type { Asked } from './reading';
import { texts } from './texts';
import type { AtRisk } from './use-at-risk';
import type { WatchedClock } from './watched-clock';

interface AnswerProps {
  readonly watched: AtRisk;
  readonly asked: Asked;
  /** The running clock with the least working time left. */
  readonly next: WatchedClock | undefined;
  readonly now: Instant;
  readonly timeZone: string;
}

/** What breaches within the hour, in a sentence; each number leads to the incidents it counts. */
export function Answer({ watched: { counts, isWhole, clocks }, asked, next, now, timeZone }: AnswerProps) {
  const [unfolded, setUnfolded] = useState(false);
  if (!counts) return null;
  const { definitions, filter } = asked;
  const [soon, breached] = [withinTheHour(definitions, filter), breachedNow(definitions, filter)];
  const told = headline(counts);
  return (
    <header className={styles.answer}>
      <h2 className={styles.headline} aria-live="polite">
        {counts.soon > 0 ? <PlaceLink onOpen={() => openIssues(soon)}>{told}</PlaceLink> : told}
      </h2>
      <p className={styles.beside}>
        {counts.breached > 0 && (
          <PlaceLink onOpen={() => openIssues(breached)}>{texts.breached(counts.breached)}.</PlaceLink>
        )}
        {next && <span>{texts.nextDue(viewerTime(timeZone, now).when(next.due), next.issue.key)}</span>}
        {isWhole && clocks.length === 0 && <span>{texts.noneRuns}</span>}
        <Unfold isUnfolded={unfolded} onToggle={() => setUnfolded(!unfolded)} />
      </p>
      {unfolded && (
        <div className={styles.why}>
          <p>{texts.whyOrder}</p>
          <code>{soon}</code>
          <code>{breached}</code>
        </div>
      )}
    </header>
  );
}
