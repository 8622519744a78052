import Button from '@atlaskit/button/new';
import ArrowDown from '@atlaskit/icon/core/arrow-down';
import ArrowUp from '@atlaskit/icon/core/arrow-up';
import { Box, Inline, Pressable, xcss } from '@atlaskit/primitives';
import { token } from '@atlaskit/tokens';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type UIEvent, useRef } from 'react';
import { useRowKeys } from '../issues/use-row-keys';
import { type FieldTold, orderName } from './columns';
import { IssueCell } from './issue-cell';
import { orderOf } from './jql-tokens';
import type { Found, FoundIssue } from './use-found';

const scrolling = xcss({ overflow: 'auto', maxHeight: 'calc(100vh - 18.5rem)', minHeight: '16rem' });
const head = {
  position: 'sticky',
  insetBlockStart: 0,
  backgroundColor: token('elevation.surface'),
  textAlign: 'start',
  padding: token('space.100'),
  borderBlockEnd: `2px solid ${token('color.border')}`,
  whiteSpace: 'nowrap',
  zIndex: 1,
} as const;
const cell = {
  padding: token('space.100'),
  borderBlockEnd: `1px solid ${token('color.border')}`,
  verticalAlign: 'middle',
} as const;
const sortable = xcss({
  padding: 'space.0',
  backgroundColor: 'color.background.neutral.subtle',
  color: 'color.text.subtle',
  font: 'font.body.small',
  fontWeight: 'font.weight.semibold',
});

/** More rows than these are drawn only where they are seen. */
const drawnAtOnce = 200;
const usualHeight = 41;
/** Pixels before the end of the list at which more is asked for. */
const ahead = 800;

interface IssueTableProps {
  readonly jql: string;
  readonly issues: readonly FoundIssue[];
  readonly columns: readonly FieldTold[];
  readonly found: Found;
  readonly onOrder: (field: string, isDescending: boolean) => void;
}

/** Issues under the columns that were chosen; a head's name puts them in its order. */
export function IssueTable({ jql, issues, columns, found, onOrder }: IssueTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  useRowKeys(scroller);
  const { getVirtualItems, getTotalSize, measureElement } = useVirtualizer({
    count: issues.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    overscan: 15,
    enabled: issues.length > drawnAtOnce,
  });
  const seen = getVirtualItems();
  const isWhole = issues.length <= drawnAtOnce;
  const shown = isWhole ? issues.map((_, index) => index) : seen.map(({ index }) => index);
  const before = isWhole ? 0 : (seen[0]?.start ?? 0);
  const after = isWhole ? 0 : getTotalSize() - (seen.at(-1)?.end ?? 0);
  const scroll = ({ currentTarget: { scrollTop, clientHeight, scrollHeight } }: UIEvent) => {
    if (found.hasMore && scrollTop + clientHeight > scrollHeight - ahead) found.more();
  };

  return (
    <Box ref={scroller} xcss={scrolling} role="region" aria-label="Issues" tabIndex={0} onScroll={scroll}>
      <table>
        <Heads jql={jql} columns={columns} onOrder={onOrder} />
        <tbody style={{ borderBlockEnd: 'none' }}>
          <Gap height={before} />
          {shown.map((index) => {
            const issue = issues[index];
            return (
              issue && (
                <tr key={issue.id} data-index={index} ref={isWhole ? undefined : measureElement}>
                  <Cells issue={issue} columns={columns} />
                </tr>
              )
            );
          })}
          <Gap height={after} />
        </tbody>
      </table>
      {found.hasMore && (
        <Button appearance="subtle" isLoading={found.isLoading} onClick={found.more}>
          Show more
        </Button>
      )}
    </Box>
  );
}

const Gap = ({ height }: { readonly height: number }) =>
  height > 0 ? (
    <tr aria-hidden>
      <td style={{ height, padding: 0 }} />
    </tr>
  ) : null;

interface CellsProps {
  readonly issue: FoundIssue;
  readonly columns: readonly FieldTold[];
}

const linked = ['summary', 'issuekey'];

function Cells({ issue, columns }: CellsProps) {
  const link = linked.find((id) => columns.some((column) => column.id === id));
  return columns.map(({ id, name }) => (
    <td key={id} style={cell}>
      <IssueCell issue={issue} fieldId={id} name={name} isRowLink={id === link} />
    </td>
  ));
}

type HeadsProps = Pick<IssueTableProps, 'jql' | 'columns' | 'onOrder'>;

function Heads({ jql, columns, onOrder }: HeadsProps) {
  const order = orderOf(jql);
  return (
    <thead style={{ borderBlockEnd: 'none' }}>
      <tr>
        {columns.map((column) => {
          const name = orderName(column);
          const isOrder = order !== undefined && isCalled(column, order.field);
          return (
            <th
              key={column.id}
              style={head}
              scope="col"
              {...(isOrder && { 'aria-sort': order.isDescending ? 'descending' : 'ascending' })}
            >
              {name === undefined ? (
                column.name
              ) : (
                <Pressable xcss={sortable} onClick={() => onOrder(name, isOrder && !order.isDescending)}>
                  <Inline space="space.050" alignBlock="center">
                    {column.name}
                    {isOrder && <Arrow isDown={order.isDescending} />}
                  </Inline>
                </Pressable>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function Arrow({ isDown }: { readonly isDown: boolean }) {
  const Icon = isDown ? ArrowDown : ArrowUp;
  return <Icon label="" size="small" />;
}

const isCalled = ({ id, name, clauseNames }: FieldTold, field: string): boolean =>
  [id, name, ...clauseNames].some((known) => known.toLowerCase() === field.toLowerCase());
