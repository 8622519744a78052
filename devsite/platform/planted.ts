import type { SiteDatabase } from '../database';

export type Fault = 'doubled' | 'dropped' | 'permuted';

/** How many events were delivered twice, never, or in any order. */
type Faults = Readonly<Record<Fault, number>>;

export interface Planted extends Faults {
  /** The same per issue id; issues without any are absent. */
  readonly perIssue: ReadonlyMap<string, Faults>;
}

const none: Faults = { doubled: 0, dropped: 0, permuted: 0 };

/** Keeps count of the faults that the site planted among the events. */
export function openPlanted(database: SiteDatabase) {
  database.exec(`CREATE TABLE IF NOT EXISTS event_planted (
    issue TEXT NOT NULL, fault TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (issue, fault)) WITHOUT ROWID`);
  const plant = database.sql(`INSERT INTO event_planted (issue, fault, times) VALUES (?, ?, 1)
    ON CONFLICT (issue, fault) DO UPDATE SET times = times + 1`);
  const rows = database.sql('SELECT issue, fault, times FROM event_planted');

  const planted = (): Planted => {
    const sums = { ...none };
    const perIssue = new Map<string, Faults>();
    for (const { issue, fault, times } of rows.all<{ issue: string; fault: Fault; times: number }>()) {
      sums[fault] += times;
      perIssue.set(issue, { ...(perIssue.get(issue) ?? none), [fault]: times });
    }
    return { ...sums, perIssue };
  };

  return { plant: (issue: string, fault: Fault) => void plant.run(issue, fault), planted };
}
