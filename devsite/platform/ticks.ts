import type { SiteDatabase } from '../database';

/** The tick that a schedule waits for, and its job in the agenda. */
export interface Tick {
  readonly job: number;
  readonly due: number;
}

/** Which schedules were deployed, and the next tick of each. */
export function openTicks(database: SiteDatabase) {
  database.exec(`CREATE TABLE IF NOT EXISTS schedule_tick (
      module_key TEXT PRIMARY KEY, job INTEGER NOT NULL, due INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS schedule_deployed (only INTEGER PRIMARY KEY, modules TEXT NOT NULL)`);
  const next = database.sql('INSERT OR REPLACE INTO schedule_tick (module_key, job, due) VALUES (?, ?, ?)');
  const find = database.sql('SELECT job, due FROM schedule_tick WHERE module_key = ?');
  const all = database.sql('SELECT job, due FROM schedule_tick');
  const clear = database.sql('DELETE FROM schedule_tick');
  const deployed = database.sql('SELECT modules FROM schedule_deployed');
  const deploy = database.sql('INSERT OR REPLACE INTO schedule_deployed (only, modules) VALUES (1, ?)');

  return {
    next: (moduleKey: string, job: number, due: number) => void next.run(moduleKey, job, due),
    of: (moduleKey: string) => find.get<Tick>(moduleKey),
    deployed: () => deployed.get<{ modules: string }>()?.modules,
    /** Forgets all ticks and answers them. */
    reset(modules: string): readonly Tick[] {
      const forgotten = all.all<Tick>();
      clear.run();
      deploy.run(modules);
      return forgotten;
    },
  };
}
