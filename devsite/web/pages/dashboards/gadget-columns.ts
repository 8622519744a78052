import type { Gadget, Position } from './dashboards';

export type Columns = readonly (readonly Gadget[])[];

const fewest = 2;
/** As many as Jira takes. */
const most = 3;

/** The gadgets by column, each from the top. */
export function columnsOf(gadgets: readonly Gadget[]): Columns {
  const used = Math.max(fewest, ...gadgets.map(({ position }) => position.column + 1));
  return Array.from({ length: used }, (_, column) =>
    gadgets
      .filter(({ position }) => position.column === column)
      .sort((one, other) => one.position.row - other.position.row),
  );
}

interface Move {
  readonly text: string;
  readonly to: Position;
}

/** Where a gadget can be moved from its place. */
export function movesOf({ position: { column, row } }: Gadget, columns: Columns): readonly Move[] {
  const last = (columns[column]?.length ?? 1) - 1;
  return [
    ...(row > 0 ? [{ text: 'Move up', to: { column, row: row - 1 } }] : []),
    ...(row < last ? [{ text: 'Move down', to: { column, row: row + 1 } }] : []),
    ...(column > 0 ? [{ text: 'Move left', to: { column: column - 1, row: 0 } }] : []),
    ...(column < most - 1 ? [{ text: 'Move right', to: { column: column + 1, row: 0 } }] : []),
  ];
}
