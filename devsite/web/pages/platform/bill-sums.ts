interface Figures {
  readonly times: number;
  readonly points: number;
  readonly kvsReadUnits: number;
  readonly kvsWriteUnits: number;
  readonly gbSeconds: number;
  readonly events: number;
}

export interface BillLine extends Figures {
  readonly functionKey: string;
  readonly call: string;
  readonly cause: string;
}

export interface BillSum extends Figures {
  readonly name: string;
}

export type SumBy = 'functionKey' | 'call' | 'cause' | 'line';

const nameOf = (line: BillLine, by: SumBy): string =>
  by === 'line' ? `${line.functionKey} · ${line.call} · ${line.cause}` : line[by];

/** The bill's lines summed by what they share; dearest in points first, then by times. */
export function summed(lines: readonly BillLine[], by: SumBy): readonly BillSum[] {
  const sums = new Map<string, BillSum>();
  for (const line of lines) {
    const name = nameOf(line, by);
    const before = sums.get(name);
    sums.set(name, before ? added(before, line) : { ...line, name });
  }
  return [...sums.values()].sort((one, other) => other.points - one.points || other.times - one.times);
}

const added = (sum: BillSum, line: Figures): BillSum => ({
  name: sum.name,
  times: sum.times + line.times,
  points: sum.points + line.points,
  kvsReadUnits: sum.kvsReadUnits + line.kvsReadUnits,
  kvsWriteUnits: sum.kvsWriteUnits + line.kvsWriteUnits,
  gbSeconds: sum.gbSeconds + line.gbSeconds,
  events: sum.events + line.events,
});
