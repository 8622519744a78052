import type { WorkingCalendar } from '@fettle/calendar/working-calendar';
import type { Duration, Instant } from '@fettle/kernel/time';
import { formatDuration, workingDayOf } from '@fettle/sla/domain/duration-words';
import type { Calendars } from '@fettle/sla/domain/segments';
import { viewerTime } from '@fettle/sla/domain/viewer-time';
import { Fragment, type ReactElement } from 'react';
import { openIssue, PlaceLink } from '../jira/issues-link';
import { StateLozenge } from '../sla/state-lozenge';
import { Check } from './check';
import styles from './clock-list.module.css';
import type { Column } from './columns';
import { texts } from './texts';
import type { Selection } from './use-selection';
import { leftOf, lookOf, type WatchedClock } from './watched-clock';

export interface RowTelling {
  /** The columns, in their order. */
  readonly shown: readonly Column[];
  readonly now: Instant;
  /** The viewer's. */
  readonly timeZone: string;
  readonly calendars: Calendars;
  readonly known: readonly WorkingCalendar[];
}

interface ClockRowProps extends RowTelling {
  readonly clock: WatchedClock;
  /** The place in the whole list, from 1. */
  readonly place: number;
  readonly isCurrent: boolean;
  readonly selection: Selection | undefined;
  readonly onCurrent: () => void;
}

/** One clock of an incident, told from its due instant and its calendar. */
export function ClockRow({ clock, place, isCurrent, selection, onCurrent, ...telling }: ClockRowProps) {
  const { id, key } = clock.issue;
  const check = selection && (
    <Check
      label={texts.select(key)}
      isChecked={selection.has(id)}
      isReached={isCurrent}
      onChange={() => selection.toggle(id)}
    />
  );
  const cells = cellsOf(clock, isCurrent, check, telling);
  return (
    <tr
      data-place={place}
      aria-rowindex={place + 1}
      aria-current={isCurrent ? 'true' : undefined}
      className={isCurrent ? `${styles.row} ${styles.current}` : styles.row}
      onFocus={onCurrent}
    >
      {telling.shown.map((column) => (
        <Fragment key={column}>{cells[column]}</Fragment>
      ))}
    </tr>
  );
}

function cellsOf(
  clock: WatchedClock,
  isCurrent: boolean,
  check: ReactElement | undefined,
  telling: RowTelling,
): Readonly<Record<Column, ReactElement>> {
  const { issue, definition, due } = clock;
  const { now, timeZone, calendars } = telling;
  return {
    key: (
      <td className={styles.key}>
        <span className={styles.keyed}>
          {check}
          <PlaceLink onOpen={() => openIssue(issue.key)} tabIndex={isCurrent ? 0 : -1}>
            {issue.key}
          </PlaceLink>
        </span>
      </td>
    ),
    summary: <td title={issue.summary}>{issue.summary}</td>,
    priority: <td className={styles.priority}>{issue.priority}</td>,
    state: (
      <td>
        <StateLozenge appearance={lookOf(clock, calendars, now)} />
      </td>
    ),
    clock: (
      <td title={definition.name}>
        <span className={styles.name}>{definition.name}</span>
      </td>
    ),
    due: (
      <td className={`${styles.figure} ${styles.due}`} title={inItsZone(clock, telling)}>
        {viewerTime(timeZone, now).when(due)}
      </td>
    ),
    left: (
      <td className={`${styles.figure} ${styles.left}`} title={clock.goal ? leftInWords(clock, telling) : texts.wall}>
        {leftInWords(clock, telling)}
      </td>
    ),
    assignee: <td className={styles.assignee}>{issue.assignee?.displayName ?? <i>{texts.unassigned}</i>}</td>,
  };
}

function leftInWords(clock: WatchedClock, { calendars, now }: RowTelling): string {
  if (clock.state === 'paused') return texts.held;
  const left = leftOf(clock, calendars, now);
  const day = clock.goal && workingDayOf(calendars(clock.goal.calendarId), now);
  const words = formatDuration(Math.abs(left) as Duration, day);
  return left < 0 ? texts.over(words) : words;
}

/** The due instant as the calendar's own zone has it. */
function inItsZone({ goal, due }: WatchedClock, { known, now }: RowTelling): string | undefined {
  const calendar = known.find(({ id }) => id === goal?.calendarId);
  return calendar && texts.zone(calendar.name, viewerTime(calendar.timeZone, now).when(due), calendar.timeZone);
}
