import { type Instant, instant } from '@fettle/kernel/time';
import { type ReactNode, useState } from 'react';
import type { Host } from '../../host';
import { CountedIssues } from '../../jira/counted-issues';
import { KeptOut } from '../../jira/kept-out';
import type { Output } from '../../rpc/rpc';
import type { Loadable } from '../../rpc/use-call';
import { dateInWords } from '../../ui/moments';
import { Unfold } from '../../ui/unfold';
import styles from './health.module.css';
import { IntakeRow } from './intake-row';
import { Overdue } from './overdue';
import { SetAside } from './set-aside';
import { texts } from './texts';

interface EvidenceProps {
  readonly host: Host;
  readonly health: Output<'health'>;
  readonly intake: Loadable<Output<'intakeProgress'>>;
  readonly when: (at: Instant) => string;
  readonly again: () => void;
}

/** What the verdict rests on, a row each with its reason in place. */
export function Evidence({ host, health, intake, when, again }: EvidenceProps) {
  const { swept, oldestDue, overdue, repaired, failing, setAside, hidden, points, largest, holidaysUntil } = health;
  const failed = failing?.issueIds ?? [];
  const at = (iso: string | undefined) => (iso === undefined ? texts.none : when(instant(iso)));
  return (
    <dl className={styles.rows} aria-label={texts.evidence}>
      <Row of="swept">{swept ? texts.sweptEvents(at(swept.at), swept.events) : texts.none}</Row>
      <Row of="oldest">{at(oldestDue)}</Row>
      <Row of="overdue">
        <Overdue overdue={overdue} when={when} isLicensed={host.isLicensed} again={again} />
      </Row>
      <Row of="queues">{texts.queues}</Row>
      <Row of="repaired">{at(repaired)}</Row>
      <Row of="failing">
        <CountedIssues words={texts.overdue(failed.length)} ids={failed} />
      </Row>
      <Row of="setAside">{setAside ? <SetAside setAside={setAside} when={when} /> : texts.nothingSetAside}</Row>
      <Row of="hidden">{hidden.length ? <KeptOut hidden={hidden} when={when} /> : texts.noProject}</Row>
      <Row of="points">{points ? texts.points(points.left, points.limit) : texts.unknown}</Row>
      <Row of="storage">{texts.storage(largest.bytes, largest.limit)}</Row>
      <Row of="intake">
        {intake.state === 'ready' ? (
          <IntakeRow
            intake={intake.value}
            now={instant(health.now)}
            when={when}
            isLicensed={host.isLicensed}
            again={again}
          />
        ) : (
          intake.state !== 'loading' && texts.intake.unanswered
        )}
      </Row>
      <Row of="holidays">{holidaysUntil ? dateInWords(holidaysUntil) : texts.noHolidays}</Row>
      <Row of="licence">{host.isLicensed ? texts.licence.active : texts.licence.inactive}</Row>
    </dl>
  );
}

interface RowProps {
  readonly of: keyof typeof texts.rows;
  readonly children: ReactNode;
}

function Row({ of, children }: RowProps) {
  const [unfolded, setUnfolded] = useState(false);
  const { name, why } = texts.rows[of];
  return (
    <div className={styles.row}>
      <dt>{name}</dt>
      <dd>
        <div className={styles.value}>
          <div className={styles.what}>{children}</div>
          <Unfold isUnfolded={unfolded} onToggle={() => setUnfolded(!unfolded)} of={name} />
        </div>
        {unfolded && <p className={styles.reason}>{why}</p>}
      </dd>
    </div>
  );
}
