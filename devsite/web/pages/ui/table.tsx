import DynamicTable from '@atlaskit/dynamic-table';
import { Box, Text, xcss } from '@atlaskit/primitives';
import type { ReactNode } from 'react';
import { useIsWide } from './use-is-wide';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Percent of the table's width. */
  readonly width?: number;
  /** Left out where the page is narrow. */
  readonly isSpare?: boolean;
  /** Figures stand at the end of their cells. */
  readonly isFigure?: boolean;
}

interface TableProps<Row> {
  /** What the table lists, for who cannot see it. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  /** What would be here. */
  readonly empty: string;
}

const scrolling = xcss({ overflowX: 'auto' });
const figure = xcss({ textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' });

/** Rows under named columns; scrolls within itself where it is wider than the page. */
export function Table<Row>({ label, rows, keyOf, columns: all, empty }: TableProps<Row>) {
  const isWide = useIsWide();
  const columns = all.filter(({ isSpare = false }) => isWide || !isSpare);
  return (
    <Box xcss={scrolling} role="region" aria-label={label} tabIndex={0}>
      <DynamicTable
        label={label}
        head={{
          cells: columns.map(({ title, width, isFigure }) => ({
            key: title,
            content: aligned(title, isFigure),
            ...(width && { width }),
          })),
        }}
        rows={rows.map((row) => ({
          key: keyOf(row),
          cells: columns.map(({ title, cell, isFigure }) => ({ key: title, content: aligned(cell(row), isFigure) })),
        }))}
        emptyView={<Text color="color.text.subtle">{empty}</Text>}
      />
    </Box>
  );
}

const aligned = (content: ReactNode, isFigure = false): ReactNode =>
  isFigure ? <Box xcss={figure}>{content}</Box> : content;
