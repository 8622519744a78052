import type { Instant } from '@fettle/kernel/time';
import { viewerTime } from '@fettle/sla/domain/viewer-time';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { Host } from '../host';
import { openIssues, PlaceLink } from '../jira/issues-link';
import { KeptOut } from '../jira/kept-out';
import type { Output } from '../rpc/rpc';
import { compiled } from '../sla/level';
import { useSiteNow } from '../sla/site-now';
import link from '../ui/link-button.module.css';
import { Notice } from '../ui/notice';
import { PageFrame } from '../ui/page-frame';
import { Answer } from './answer-told';
import styles from './at-risk.module.css';
import { ClockList } from './clock-list';
import type { RowTelling } from './clock-row';
import { shownOf } from './columns';
import { dueAtAll, type Filter } from './queries';
import { SelectionBar } from './selection-bar';
import { texts } from './texts';
import { type Assigning, useAssigning } from './use-assigning';
import { type AtRisk, useAtRisk } from './use-at-risk';
import { useColumns } from './use-columns';
import { useSelection } from './use-selection';

/** Its fields come after the list, which is usable without them. */
const FilterBar = lazy(async () => ({ default: (await import('./filter-bar')).FilterBar }));

interface WatchProps {
  readonly host: Host;
  readonly overview: Output<'serviceLevelOverview'>;
  readonly again: () => void;
}

const everything: Filter = { project: '', isMine: false };

/** The answer, the filter and the list; counted down here from what was read. */
export function Watch({ host, overview, again }: WatchProps) {
  const [filter, setFilter] = useState(everything);
  const [showsKeys, setShowsKeys] = useState(false);
  const { definitions, nextDueField, calendars: known } = overview;
  const calendars = useMemo(() => compiled(known), [known]);
  const calendarIds = useMemo(
    () => [...new Set(definitions.flatMap(({ goals }) => goals.map(({ calendarId }) => calendarId)))],
    [definitions],
  );
  const asked = useMemo(() => ({ definitions, nextDueField, filter }), [definitions, nextDueField, filter]);
  const [dues, setDues] = useState<readonly Instant[]>([]);
  const now = useSiteNow(
    overview.now,
    useCallback(() => dues, [dues]),
  );
  const watched = useAtRisk({ asked, calendarIds, calendars, now });
  const next = watched.clocks.find(({ state, due }) => state === 'running' && due > now);
  if (next && next.due !== dues[0]) setDues([next.due]);
  const assigning = useAssigning(host.accountId, again);
  const columns = useColumns(host.accountId);
  const telling = { now, timeZone: host.timeZone, calendars, known, shown: shownOf(columns.kept) };

  return (
    <div className={styles.page}>
      <Answer watched={watched} asked={asked} next={next} now={now} timeZone={host.timeZone} />
      <Suspense fallback={<div className={styles.barToCome} />}>
        <FilterBar
          filter={filter}
          onFilter={setFilter}
          columns={columns}
          mayAssign={assigning.mayAssign}
          showsKeys={showsKeys}
          onKeys={() => setShowsKeys(!showsKeys)}
        />
      </Suspense>
      {overview.hidden.length > 0 && (
        <Notice tone="warning" title={texts.keptOut(overview.hidden.length)}>
          <KeptOut hidden={overview.hidden} when={viewerTime(host.timeZone, now).when} />
        </Notice>
      )}
      <Trouble state={watched.state} again={again} />
      {watched.state === 'loading' && <PageFrame rows={8} />}
      <News {...assigning} />
      {watched.clocks.length > 0 && (
        <Listed
          watched={watched}
          jql={dueAtAll(definitions, filter)}
          assigning={assigning}
          onHelp={() => setShowsKeys(!showsKeys)}
          {...telling}
        />
      )}
    </div>
  );
}

interface ListedProps extends RowTelling {
  readonly watched: AtRisk;
  /** Finds what is listed. */
  readonly jql: string;
  readonly assigning: Pick<Assigning, 'mayAssign' | 'assign'>;
  readonly onHelp: () => void;
}

/** The list, what can be done with what is chosen of it, and how much of it there is. */
function Listed({ watched: { clocks, isWhole, more }, jql, assigning, onHelp, ...telling }: ListedProps) {
  const chosen = useSelection(clocks);
  const { mayAssign, assign } = assigning;
  const selection = mayAssign ? chosen : undefined;
  return (
    <>
      {selection && <SelectionBar selection={selection} onAssign={() => assign(selection.issues)} />}
      <ClockList clocks={clocks} selection={selection} onMore={more} onAssign={assign} onHelp={onHelp} {...telling} />
      <p className={styles.quiet}>
        <PlaceLink onOpen={() => openIssues(jql)}>
          {isWhole ? texts.shown(clocks.length) : texts.readingOn(clocks.length)}
        </PlaceLink>
      </p>
    </>
  );
}

/** What came of the last assignment, and the way back. */
const News = ({ news, undo }: Pick<Assigning, 'news' | 'undo'>) => (
  <div className={styles.news} role="status">
    {news && <span>{news}</span>}
    {undo && (
      <button type="button" className={link.link} onClick={undo}>
        {texts.undo}
      </button>
    )}
  </div>
);

/** What could not be read, and how to try again. */
function Trouble({ state, again }: Pick<AtRisk, 'state'> & Pick<WatchProps, 'again'>) {
  const retry = { label: texts.tryAgain, act: again };
  return (
    <>
      {state === 'failed' && (
        <Notice tone="error" title={texts.failed} action={retry}>
          {texts.nothingLost}
        </Notice>
      )}
      {state === 'stale' && <Notice tone="warning" title={texts.stale} action={retry} />}
    </>
  );
}
