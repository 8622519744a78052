import { allFaults } from '../../devsite/faults/fault-kinds';
import type { Difference } from './compare';
import { type Judged, unplayed } from './fault-run';

/** Seeds down, kinds of faults across, and how each seed ended. */
export function tableLines(runs: readonly Judged[]): readonly string[] {
  const sums = allFaults.map((kind) => String(runs.reduce((sum, { fired }) => sum + fired[kind], 0)));
  const columns = [
    ...allFaults,
    'given up',
    'doubtful',
    'late',
    'outrun',
    'doubled mails',
    'differences',
    'state',
    's',
  ];
  const rows = runs.map((run) => [
    String(run.seed),
    ...allFaults.map((kind) => String(run.fired[kind])),
    String(run.givenUp),
    String(run.doubtful.length),
    String(run.late.length),
    String(run.outrun.length),
    String(run.doubled.length),
    String(run.differences.length),
    run.hashes.found === run.hashes.expected ? 'same' : run.hashes.found,
    String(run.seconds),
  ]);
  return markdown([
    ['seed', ...columns],
    ...rows,
    ['all', ...sums, ...Array.from({ length: columns.length - sums.length }, () => '')],
  ]);
}

function markdown(rows: readonly (readonly string[])[]): readonly string[] {
  const [head = [], ...others] = rows;
  const widths = head.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) => `| ${row.map((cell, i) => cell.padStart(widths[i] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)];
}

/**
 * Mails of which the app does not know whether they went out, warnings that came too late to be sent, and clocks that ended
 * before the app's own edit of the priority in one run alone.
 */
export const listedLines = (runs: readonly Judged[]): readonly string[] =>
  runs.flatMap(({ seed, doubtful, late, outrun }) => [
    ...doubtful.map(({ subject }) => `doubtful, seed ${seed}: ${subject}`),
    ...late.map(({ subject }) => `late, seed ${seed}: ${subject}`),
    ...outrun.map(({ issueKey, slot }) => `outrun, seed ${seed}: the clock of slot ${slot} of ${issueKey}`),
  ]);

/** What is wrong with the runs; none when the app came through. */
export const failures = (runs: readonly Judged[]): readonly string[] => [
  ...runs.flatMap(({ seed, differences }) => differences.map((one) => `seed ${seed}: ${inWords(one)}`)),
  ...runs.flatMap(({ seed, doubled }) => doubled.map(({ subject }) => `seed ${seed}: sent twice: ${subject}`)),
  ...unplayed(runs).map((kind) => `no run played the fault ${kind}`),
];

/** The first place at which two texts part, with what is around it. */
function inWords({ part, about, expected, found }: Difference): string {
  const [one, other] = [JSON.stringify(expected), JSON.stringify(found)];
  let at = 0;
  while (at < Math.min(one.length, other.length) && one[at] === other[at]) at += 1;
  const from = Math.max(0, at - 60);
  const around = (text: string) => text.slice(from, at + 60);
  return `${part} of ${about}: expected …${around(one)}…, found …${around(other)}…`;
}
