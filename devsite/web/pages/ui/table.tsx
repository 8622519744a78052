import DynamicTable from '@atlaskit/dynamic-table';
import { Box, Text, xcss } from '@atlaskit/primitives';
import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Percent of the table's width. */
  readonly width?: number;
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

/** Rows under named columns; scrolls within itself where it is wider than the page. */
export function Table<Row>({ label, rows, keyOf, columns, empty }: TableProps<Row>) {
  return (
    <Box xcss={scrolling} role="region" aria-label={label} tabIndex={0}>
      <DynamicTable
        label={label}
        head={{
          cells: columns.map(({ title, width }) => ({ key: title, content: title, ...(width && { width }) })),
        }}
        rows={rows.map((row) => ({
          key: keyOf(row),
          cells: columns.map(({ title, cell }) => ({ key: title, content: cell(row) })),
        }))}
        emptyView={<Text color="color.text.subtle">{empty}</Text>}
      />
    </Box>
  );
}
