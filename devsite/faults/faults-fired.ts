import type { SiteDatabase } from '../database';
import { allFaults, type FaultKind } from './fault-kinds';

export type Counts = Readonly<Record<FaultKind, number>>;

/** How often each fault was played. */
export interface FaultsFired extends Counts {
  /** The same per issue id, for what struck an issue's events; issues without any are absent. */
  readonly perIssue: ReadonlyMap<string, Partial<Counts>>;
}

const none = Object.fromEntries(allFaults.map((kind) => [kind, 0])) as Counts;

/** Keeps count of the faults that the site played. */
export function openFired(database: SiteDatabase) {
  database.exec(`CREATE TABLE IF NOT EXISTS fault_fired (
    issue TEXT NOT NULL, kind TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (issue, kind)) WITHOUT ROWID`);
  const count = database.sql(`INSERT INTO fault_fired (issue, kind, times) VALUES (?, ?, 1)
    ON CONFLICT (issue, kind) DO UPDATE SET times = times + 1`);
  const rows = database.sql('SELECT issue, kind, times FROM fault_fired');
  const clear = database.sql('DELETE FROM fault_fired');

  const fired = (): FaultsFired => {
    const sums: Record<FaultKind, number> = { ...none };
    const perIssue = new Map<string, Partial<Counts>>();
    for (const { issue, kind, times } of rows.all<{ issue: string; kind: FaultKind; times: number }>()) {
      sums[kind] += times;
      if (issue) perIssue.set(issue, { ...perIssue.get(issue), [kind]: times });
    }
    return { ...sums, perIssue };
  };

  return { count: (kind: FaultKind, issue = '') => void count.run(issue, kind), fired, forget: () => void clear.run() };
}
