import type { World } from '../world';

/** Something on a dashboard; `column` and `row` count from 0, rows without gaps. */
export interface Gadget {
  readonly id: number;
  readonly dashboardId: number;
  readonly moduleKey: string;
  readonly title: string;
  readonly colour: string;
  readonly column: number;
  readonly row: number;
}

const all = `SELECT id, dashboard_id AS dashboardId, module_key AS moduleKey, title, colour, column_place AS "column",
  row_place AS "row" FROM jira_gadget WHERE dashboard_id = ?`;

/** By column, from the top. */
export const gadgetsOf = ({ database }: World, dashboardId: number): readonly Gadget[] =>
  database.sql(`${all} ORDER BY column_place, row_place`).all<Gadget>(dashboardId);

export const gadgetById = ({ database }: World, dashboardId: number, id: string): Gadget | undefined =>
  /^\d+$/.test(id) ? database.sql(`${all} AND id = ?`).get<Gadget>(dashboardId, Number(id)) : undefined;

/** Puts a new gadget where it says; those below it move down. */
export function addGadget(world: World, gadget: Omit<Gadget, 'id'>): Gadget {
  const { dashboardId, moduleKey, title, colour, column, row } = gadget;
  const added = world.database
    .sql(
      `INSERT INTO jira_gadget (dashboard_id, module_key, title, colour, column_place, row_place)
      VALUES (?, ?, ?, ?, ?, ?) RETURNING id`,
    )
    .get<{ id: number }>(dashboardId, moduleKey, title, colour, column, row);
  const { id } = added as { id: number };
  place(world, { ...gadget, id });
  return gadgetById(world, dashboardId, String(id)) as Gadget;
}

export function changeGadget(world: World, before: Gadget, after: Gadget): void {
  const { id, title, colour } = after;
  world.database.sql('UPDATE jira_gadget SET title = ?, colour = ? WHERE id = ?').run(title, colour, id);
  if (before.column === after.column && before.row === after.row) return;
  place(world, after);
  closeUp(world, before.dashboardId, before.column);
}

export function dropGadget(world: World, { id, dashboardId, column }: Gadget): void {
  world.database.sql('DELETE FROM jira_gadget_property WHERE gadget_id = ?').run(id);
  world.database.sql('DELETE FROM jira_gadget WHERE id = ?').run(id);
  closeUp(world, dashboardId, column);
}

function place(world: World, { id, dashboardId, column, row }: Gadget): void {
  const others = idsOfColumn(world, dashboardId, column).filter((each) => each !== id);
  number(world, column, others.toSpliced(row, 0, id));
}

const closeUp = (world: World, dashboardId: number, column: number): void =>
  number(world, column, idsOfColumn(world, dashboardId, column));

const idsOfColumn = (world: World, dashboardId: number, column: number): readonly number[] =>
  gadgetsOf(world, dashboardId)
    .filter((each) => each.column === column)
    .map(({ id }) => id);

function number({ database }: World, column: number, ids: readonly number[]): void {
  const write = database.sql('UPDATE jira_gadget SET column_place = ?, row_place = ? WHERE id = ?');
  ids.forEach((id, row) => void write.run(column, row, id));
}

export const gadgetPropertyKeys = ({ database }: World, gadgetId: number): readonly string[] =>
  database
    .sql('SELECT key FROM jira_gadget_property WHERE gadget_id = ? ORDER BY key')
    .all<{ key: string }>(gadgetId)
    .map(({ key }) => key);

/** The property's value as JSON text. */
export const gadgetProperty = ({ database }: World, gadgetId: number, key: string): string | undefined =>
  database
    .sql('SELECT value_json AS text FROM jira_gadget_property WHERE gadget_id = ? AND key = ?')
    .get<{ text: string }>(gadgetId, key)?.text;

/** Answers whether it is new. */
export function setGadgetProperty(world: World, gadgetId: number, key: string, text: string): boolean {
  const isNew = gadgetProperty(world, gadgetId, key) === undefined;
  world.database.sql('INSERT OR REPLACE INTO jira_gadget_property VALUES (?, ?, ?)').run(gadgetId, key, text);
  return isNew;
}

export const dropGadgetProperty = ({ database }: World, gadgetId: number, key: string): void =>
  void database.sql('DELETE FROM jira_gadget_property WHERE gadget_id = ? AND key = ?').run(gadgetId, key);
