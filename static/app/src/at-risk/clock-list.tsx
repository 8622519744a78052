import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { openIssue, openIssueBeside } from '../jira/issues-link';
import { Check } from './check';
import styles from './clock-list.module.css';
import { ClockRow, type RowTelling } from './clock-row';
import type { Column } from './columns';
import { texts } from './texts';
import { useRowKeys } from './use-row-keys';
import type { Selection } from './use-selection';
import type { WatchedClock, WatchedIssue } from './watched-clock';

/** Rows up to which all are drawn. */
const fewEnough = 200;
const rowHeight = 36;

/** How near the end more rows are asked for. */
const nearEnd = 30;

interface ClockListProps extends RowTelling {
  readonly clocks: readonly WatchedClock[];
  /** Absent where nothing can be done with what is chosen. */
  readonly selection: Selection | undefined;
  readonly onMore: () => void;
  readonly onAssign: (issues: readonly WatchedIssue[]) => void;
  readonly onHelp: () => void;
}

/** The clocks as rows, walked with the keyboard; only those in sight are drawn where there are many. */
export function ClockList({ clocks, selection, onMore, onAssign, onHelp, ...telling }: ClockListProps) {
  const { shown } = telling;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: clocks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: clocks.length > fewEnough ? 12 : fewEnough,
  });
  const focus = useRowFocus(scroller);
  const { place, onCurrent, step } = useCurrent(clocks, (to) => {
    rows.scrollToIndex(to, { align: 'auto' });
    focus(to + 1);
  });
  const drawn = rows.getVirtualItems();
  const end = drawn.at(-1);
  const isNearEnd = end !== undefined && end.index >= clocks.length - nearEnd;
  useEffect(() => {
    if (isNearEnd && clocks.length > 0) onMore();
  }, [isNearEnd, clocks.length, onMore]);

  const chosen = clocks[place];
  useRowKeys({
    onStep: step,
    onOpen: () => chosen && openIssue(chosen.issue.key),
    onSelect: () => chosen && selection?.toggle(chosen.issue.id),
    onAssign: () => chosen && selection && onAssign(selection.issues.length ? selection.issues : [chosen.issue]),
    onComment: () => chosen && openIssueBeside(chosen.issue.key),
    onHelp,
  });

  return (
    <div ref={scroller} className={styles.scroller}>
      <table className={styles.table} aria-label={texts.page} aria-rowcount={clocks.length + 1}>
        <Heads shown={shown} selection={selection} />
        <tbody>
          <Gap columns={shown.length} height={drawn[0]?.start ?? 0} />
          {drawn.map(({ index }) => (
            <ClockRow
              key={nameOf(clocks[index])}
              clock={clocks[index] as WatchedClock}
              place={index + 1}
              isCurrent={index === place}
              selection={selection}
              onCurrent={() => onCurrent(index)}
              {...telling}
            />
          ))}
          <Gap columns={shown.length} height={rows.getTotalSize() - (end?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  );
}

/** Gives a row the focus once it is drawn; one that was passed by meanwhile would take it late, and be current again. */
function useRowFocus(scroller: RefObject<HTMLDivElement>) {
  const frame = useRef(0);
  return (place: number) => {
    const key = () => scroller.current?.querySelector<HTMLElement>(`[data-place="${place}"] button`);
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => key()?.focus({ preventScroll: true }));
  };
}

/** Which clock is current: it stays so wherever it comes to stand. */
function useCurrent(clocks: readonly WatchedClock[], show: (place: number) => void) {
  const [current, setCurrent] = useState('');
  const found = clocks.findIndex((clock) => nameOf(clock) === current);
  return {
    place: Math.max(0, found),
    onCurrent: (place: number) => setCurrent(nameOf(clocks[place])),
    step: (by: 1 | -1) => {
      const to = found < 0 ? 0 : found + by;
      if (!clocks[to]) return;
      setCurrent(nameOf(clocks[to]));
      show(to);
    },
  };
}

const nameOf = (clock: WatchedClock | undefined): string => (clock ? `${clock.issue.id}/${clock.definition.id}` : '');

interface HeadsProps {
  readonly shown: readonly Column[];
  readonly selection: Selection | undefined;
}

const Heads = ({ shown, selection }: HeadsProps) => (
  <thead>
    <tr aria-rowindex={1}>
      {shown.map((name) => (
        <th key={name} scope="col" className={styles[name]}>
          {name === 'key' && selection && <CheckAll {...selection} />}
          {texts.columns[name]}
        </th>
      ))}
    </tr>
  </thead>
);

const CheckAll = ({ issues, isWhole, choose }: Selection) => (
  <Check
    label={texts.selectAll}
    isChecked={isWhole}
    isPartly={issues.length > 0 && !isWhole}
    onChange={() => choose(!isWhole)}
  />
);

/** The room of the rows that are not drawn. */
const Gap = ({ columns, height }: { readonly columns: number; readonly height: number }) =>
  height > 0 ? (
    <tr>
      <td colSpan={columns} className={styles.gap} style={{ blockSize: height }} />
    </tr>
  ) : null;
