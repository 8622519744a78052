import type { SiteDatabase } from '../database';

/** How a background module of the app fares. */
export interface ModuleHealth {
  readonly moduleType: 'trigger' | 'jira:workflowPostFunction' | 'consumer' | 'scheduledTrigger';
  readonly moduleKey: string;
  readonly functionKey: string;
  /** Site time of its last run, and whether that ended well. */
  readonly lastRun?: { readonly at: number; readonly ok: boolean };
  /** When the entry that has waited longest falls due, or fell due. */
  readonly oldestDue?: number;
  /** Entries that wait. */
  readonly waiting: number;
  /** Entries that were given up. */
  readonly failedForGood: number;
}

/** Remembers of each module when it last ran and how that ended. */
export interface Pulse {
  beat(moduleType: ModuleHealth['moduleType'], moduleKey: string, at: number, ok: boolean): void;
  last(moduleType: ModuleHealth['moduleType'], moduleKey: string): ModuleHealth['lastRun'];
}

export function openPulse(database: SiteDatabase): Pulse {
  database.exec(`CREATE TABLE IF NOT EXISTS platform_pulse (
    module_type TEXT NOT NULL, module_key TEXT NOT NULL, at INTEGER NOT NULL, ok INTEGER NOT NULL,
    PRIMARY KEY (module_type, module_key)) WITHOUT ROWID`);
  const write = database.sql(
    'INSERT OR REPLACE INTO platform_pulse (module_type, module_key, at, ok) VALUES (?, ?, ?, ?)',
  );
  const read = database.sql('SELECT at, ok FROM platform_pulse WHERE module_type = ? AND module_key = ?');

  return {
    beat: (moduleType, moduleKey, at, ok) => void write.run(moduleType, moduleKey, at, Number(ok)),
    last: (moduleType, moduleKey) => {
      const found = read.get<{ at: number; ok: number }>(moduleType, moduleKey);
      return found && { at: found.at, ok: found.ok === 1 };
    },
  };
}

interface Counted {
  readonly waiting: number;
  readonly failedForGood: number;
  readonly oldestDue: number | null;
}

/** What a module's pulse and its counted entries say together. */
export function healthOf(
  pulse: Pulse,
  module: { readonly type: ModuleHealth['moduleType']; readonly key: string; readonly functionKey: string },
  { waiting, failedForGood, oldestDue }: Counted,
): ModuleHealth {
  const lastRun = pulse.last(module.type, module.key);
  return {
    moduleType: module.type,
    moduleKey: module.key,
    functionKey: module.functionKey,
    waiting,
    failedForGood,
    ...(oldestDue === null ? {} : { oldestDue }),
    ...(lastRun && { lastRun }),
  };
}
