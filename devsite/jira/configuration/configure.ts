import type { World } from '../world';

/** Writes to a table of the configuration; `setup` is read anew after it. */
export function configure(world: World, sql: string, ...values: readonly unknown[]): void {
  world.database.sql(sql).run(...values);
  world.reloadSetup();
}
