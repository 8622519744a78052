import { writeFileSync } from 'node:fs';
import type { BillLine } from '../../devsite/platform/bill';
import type { Configuration } from '../../src/journeys/configuration';
import { toIso } from '../../src/kernel/time';
import type { Clock } from '../../src/sla/domain/clock';
import type { Verdict } from './identity';
import { isReopened, type Life, waits } from './lives';

/** An incident after it was lived through. */
export interface Lived {
  readonly life: Life;
  readonly verdict: Verdict;
}

/** Met, breached and open clocks per definition and priority, with what else a person asks of a whole log. */
export function summaryLines(lived: readonly Lived[], configuration: Configuration): readonly string[] {
  const level = (id: string | null) => (id ? `P${configuration.priority.priorities.indexOf(id) + 1}` : 'none');
  const lines = configuration.definitions.flatMap(({ name }, i) => {
    const byPriority = new Map<string, Record<string, number>>();
    for (const { verdict } of lived) {
      const clock = verdict.clocks[i] as Clock;
      const priority = level(verdict.priorityId);
      const counts = byPriority.get(priority) ?? {};
      byPriority.set(priority, counts);
      const outcome = outcomeOf(clock);
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
    const rows = [...byPriority].toSorted(([a], [b]) => a.localeCompare(b));
    return [name, ...rows.map(([priority, counts]) => `  ${priority}  ${inWords(counts)}`)];
  });
  const resolution = configuration.definitions.findIndex(({ id }) => id === 'time-to-resolution');
  const agreeing = lived.filter(({ life, verdict }) => verdict.clocks[resolution]?.everBreached !== life.madeSla);
  const samePriority = lived.filter(({ life, verdict }) => level(verdict.priorityId) === `P${life.priority}`);
  return [
    ...lines,
    `waited ${lived.filter(({ life }) => waits(life)).length} · reopened ${lived.filter(({ life }) => isReopened(life)).length}`,
    `priority as in the log: ${share(samePriority.length, lived.length)}${others(lived, samePriority)}`,
    `time to resolution agrees with made_sla: ${share(agreeing.length, lived.length)}`,
  ];
}

function others(lived: readonly Lived[], same: readonly Lived[]): string {
  const other = lived.filter((one) => !same.includes(one)).map(({ life }) => life.number);
  return other.length ? `; others: ${other.slice(0, 20).join(', ')}` : '';
}

const outcomeOf = ({ state, result, everBreached }: Clock): string =>
  state === 'completed' ? result : everBreached ? 'open, breached' : state;

const inWords = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([outcome, count]) => `${outcome} ${count}`)
    .join(' · ');

const share = (part: number, whole: number): string =>
  `${part} of ${whole} (${whole ? ((100 * part) / whole).toFixed(1) : '0'} %)`;

/** A row per incident and clock. */
export function writeCsv(file: string, lived: readonly Lived[], configuration: Configuration): void {
  const head = 'number,issue,priority,clock,state,result,ever_breached,cycles,due,elapsed_ms,target_ms,made_sla';
  const rows = lived.flatMap(({ life, verdict }) =>
    verdict.clocks.map((clock, i) => {
      const cycle = clock.cycles.at(-1);
      const cells = [
        life.number,
        verdict.issueKey,
        verdict.priorityId ? configuration.priority.priorities.indexOf(verdict.priorityId) + 1 : '',
        configuration.definitions[i]?.id,
        clock.state,
        clock.result,
        clock.everBreached,
        clock.cycle,
        clock.dueAt === null ? '' : toIso(clock.dueAt),
        cycle?.elapsed ?? '',
        cycle?.target ?? '',
        life.madeSla,
      ];
      return cells.join();
    }),
  );
  writeFileSync(file, `${[head, ...rows].join('\n')}\n`);
}

/** What the whole run cost, per incident, and for which calls. */
export interface Cost {
  readonly pointsPerIncident: number;
  readonly unitsPerIncident: number;
  readonly lines: readonly string[];
}

export function costOf(bill: readonly BillLine[], incidents: number): Cost {
  const sum = (of: (line: BillLine) => number) => bill.reduce((total, line) => total + of(line), 0);
  const points = sum((line) => line.points);
  const units = sum(({ kvsReadUnits, kvsWriteUnits }) => kvsReadUnits + kvsWriteUnits);
  const pointsPerIncident = points / incidents;
  const unitsPerIncident = units / incidents;
  const gigabytes = (of: (line: BillLine) => number) => (sum(of) / 1e9).toFixed(3);
  const expensive = bill
    .filter((line) => line.points || line.kvsReadUnits || line.kvsWriteUnits)
    .toSorted((a, b) => b.points - a.points || b.kvsReadUnits + b.kvsWriteUnits - a.kvsReadUnits - a.kvsWriteUnits)
    .map(
      ({ cause, call, times, points: own, kvsReadUnits, kvsWriteUnits }) =>
        `  ${cause} · ${call}: ${times} calls, ${own} points, ${kvsReadUnits} + ${kvsWriteUnits} units`,
    );
  return {
    pointsPerIncident,
    unitsPerIncident,
    lines: [
      `points ${points} (${pointsPerIncident.toFixed(2)} an incident) · KVS units ${units} (${unitsPerIncident.toFixed(2)} an incident)`,
      `KVS read ${gigabytes((line) => line.kvsReadBytes)} GB, written ${gigabytes((line) => line.kvsWriteBytes)} GB · GB-seconds ${sum((line) => line.gbSeconds).toFixed(0)} · events ${sum((line) => line.events)}`,
      ...expensive,
    ],
  };
}
