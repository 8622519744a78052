/** One line of `npm run bench`. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** How many times better than, or as large as, what stands in `against`. */
  readonly ratio?: number;
  readonly against?: string;
  /** The bar in words, `≥ 500`; absent where a figure is only told. */
  readonly bar?: string;
  readonly ok: boolean;
}

const ROUNDS = 151;
// Shorter than the slice of time that another process takes away.
const BATCH_MS = 1;
const SLOW_LIMIT_MS = 400;

let sink: unknown;

/**
 * Milliseconds of one call of each function: the median of its runs. Functions take turns, so that a busy moment of
 * the machine falls on all of them; a call is told its number. One that is slow gets fewer runs, but at least two.
 */
export function measure<Name extends string>(functions: Readonly<Record<Name, (call: number) => unknown>>) {
  const subjects = Object.entries<(call: number) => unknown>(functions).map(([name, ask]) => {
    return { name, ask, batch: batchOf(ask), spent: 0, runs: [] as number[] };
  });
  for (let round = 0; round < ROUNDS; round++) {
    for (const subject of subjects) {
      if (round > 1 && subject.spent > SLOW_LIMIT_MS) continue;
      const taken = time(subject.ask, subject.batch);
      subject.spent += taken;
      subject.runs.push(taken / subject.batch);
    }
  }
  return Object.fromEntries(subjects.map(({ name, runs }) => [name, median(runs)])) as Record<Name, number>;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** To three significant figures, as a figure is read. */
export const rounded = (value: number): number => Number(value.toPrecision(3));

/** Warms the function up, and answers how many calls fill a run. */
function batchOf(ask: (call: number) => unknown): number {
  let batch = 1;
  while (time(ask, batch) < BATCH_MS && batch < 10_000_000) batch *= 2;
  return batch;
}

function time(ask: (call: number) => unknown, calls: number): number {
  const begun = performance.now();
  for (let call = 0; call < calls; call++) sink = ask(call);
  const taken = performance.now() - begun;
  if (sink === time) throw new Error('A measured call answered what no call can');
  return taken;
}
