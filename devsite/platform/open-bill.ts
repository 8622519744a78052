import type { SiteDatabase } from '../database';
import type { Bill, BillLine, Charge } from './bill';

type Meter = Exclude<keyof Charge, 'functionKey' | 'cause' | 'call'>;

const meters: readonly Meter[] = [
  'points',
  'kvsReadUnits',
  'kvsWriteUnits',
  'kvsReadBytes',
  'kvsWriteBytes',
  'gbSeconds',
  'events',
];

type OpenLine = { -readonly [Name in keyof BillLine]: BillLine[Name] };

export interface OpenBill extends Bill {
  /** Writes to the database what has changed since it was last called. */
  flush(): void;
}

/** A bill that is summed in memory and outlives a stop as of its last `flush`. */
export function openBill(database: SiteDatabase): OpenBill {
  database.exec(`CREATE TABLE IF NOT EXISTS bill_line (
    name TEXT PRIMARY KEY, line_json TEXT NOT NULL) WITHOUT ROWID`);
  const write = database.sql('INSERT OR REPLACE INTO bill_line (name, line_json) VALUES (?, ?)');
  const kept = database.sql('SELECT name, line_json AS line FROM bill_line').all<{ name: string; line: string }>();
  const lines = new Map(kept.map(({ name, line }) => [name, JSON.parse(line) as OpenLine]));
  const changed = new Set<string>();

  return {
    charge(charge) {
      const name = `${charge.functionKey}\n${charge.cause}\n${charge.call}`;
      const line = lines.get(name) ?? emptyLine(charge);
      lines.set(name, line);
      changed.add(name);
      line.times += 1;
      for (const meter of meters) line[meter] += charge[meter] ?? 0;
    },
    lines: () => [...lines.values()].map((line) => ({ ...line })),
    reset() {
      lines.clear();
      changed.clear();
      database.exec('DELETE FROM bill_line');
    },
    flush() {
      database.transaction(() => {
        for (const name of changed) write.run(name, JSON.stringify(lines.get(name)));
      });
      changed.clear();
    },
  };
}

const emptyLine = ({ functionKey, cause, call }: Charge): OpenLine => ({
  functionKey,
  cause,
  call,
  times: 0,
  points: 0,
  kvsReadUnits: 0,
  kvsWriteUnits: 0,
  kvsReadBytes: 0,
  kvsWriteBytes: 0,
  gbSeconds: 0,
  events: 0,
});
