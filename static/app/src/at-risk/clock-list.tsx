import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import { openIssue } from '../jira/issues-link';
import styles from './clock-list.module.css';
import { ClockRow, type RowTelling } from './clock-row';
import { texts } from './texts';
import { useRowKeys } from './use-row-keys';
import type { WatchedClock, WatchedIssue } from './watched-clock';

/** Rows up to which all are drawn. */
const fewEnough = 200;
const rowHeight = 36;

/** How near the end more rows are asked for. */
const nearEnd = 30;

interface ClockListProps extends RowTelling {
  readonly clocks: readonly WatchedClock[];
  readonly onMore: () => void;
  readonly onAssign: (issue: WatchedIssue) => void;
  readonly onHelp: () => void;
}

/** The clocks as rows, walked with the keyboard; only those in sight are drawn where there are many. */
export function ClockList({ clocks, onMore, onAssign, onHelp, ...telling }: ClockListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState('');
  const found = clocks.findIndex((clock) => nameOf(clock) === current);
  const place = Math.max(0, found);
  const rows = useVirtualizer({
    count: clocks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: clocks.length > fewEnough ? 12 : fewEnough,
  });
  const drawn = rows.getVirtualItems();
  const [first, last] = [drawn[0], drawn.at(-1)];

  useEffect(() => {
    if (last && last.index >= clocks.length - nearEnd) onMore();
  }, [last, clocks.length, onMore]);

  const goTo = useCallback(
    (to: number) => {
      const clock = clocks[to];
      if (!clock) return;
      setCurrent(nameOf(clock));
      rows.scrollToIndex(to, { align: 'auto' });
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[data-place="${to + 1}"] button`)?.focus({ preventScroll: true }),
      );
    },
    [clocks, rows],
  );
  const chosen = clocks[place];
  useRowKeys({
    onStep: (by) => goTo(found < 0 ? 0 : place + by),
    onOpen: () => chosen && openIssue(chosen.issue.key),
    onAssign: () => chosen && onAssign(chosen.issue),
    onHelp,
  });

  return (
    <div ref={scroller} className={styles.scroller}>
      <table className={styles.table} aria-label={texts.page} aria-rowcount={clocks.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {Object.entries(texts.columns).map(([name, word]) => (
              <th key={name} scope="col" className={styles[name]}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={first?.start ?? 0} />
          {drawn.map(({ index }) => {
            const clock = clocks[index];
            if (!clock) return null;
            return (
              <ClockRow
                key={nameOf(clock)}
                clock={clock}
                place={index + 1}
                isCurrent={index === place}
                onCurrent={() => setCurrent(nameOf(clock))}
                {...telling}
              />
            );
          })}
          <Gap height={rows.getTotalSize() - (last?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  );
}

const nameOf = ({ issue, definition }: WatchedClock): string => `${issue.id}/${definition.id}`;

/** The room of the rows that are not drawn. */
const Gap = ({ height }: { readonly height: number }) =>
  height > 0 ? (
    <tr aria-hidden="true">
      <td colSpan={Object.keys(texts.columns).length} className={styles.gap} style={{ blockSize: height }} />
    </tr>
  ) : null;
