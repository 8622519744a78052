import { type BenchRow, measure, rounded } from './bench-row';
import { coldCalendarRows } from './cold-calendar';
import { dayLoop, momentBusinessTime, openingHours, ours, type Rival } from './working-time-rivals';

const DAY = 86_400_000;
const spans = [1, 30, 365, 3_650] as const;
const names = ['fettle', 'moment-business-time', 'opening_hours', 'day loop'] as const;
type Name = (typeof names)[number];
type Operation = 'diff' | 'add';
type Costs = Record<`${Name} ${(typeof spans)[number]}`, number>;

/** Diff and add over four spans against two packages and a loop, and what compiling costs. */
export function businessTimeBench(): BenchRow[] {
  const cold = coldCalendarRows();
  const zone = process.env.TZ;
  // Both packages work in the zone of the process.
  process.env.TZ = 'UTC';
  try {
    const rivals = {
      fettle: ours(),
      'moment-business-time': momentBusinessTime(),
      opening_hours: openingHours(),
      'day loop': dayLoop,
    };
    return [...cold, ...operationRows('diff', rivals), ...operationRows('add', rivals)];
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
}

/** Tuesdays to Thursdays of 2016 within opening hours, so that one day later is eight hours of work. */
const starts = Array.from({ length: 64 }, (_, index) => {
  const tuesday = Date.UTC(2016, 0, 5 + 7 * (index % 50));
  return tuesday + (index % 3) * DAY + (9 * 60 + 1 + ((index * 89) % 478)) * 60_000;
});

function operationRows(operation: Operation, rivals: Record<Name, Rival>): BenchRow[] {
  for (const days of spans) agree(operation, days, rivals);
  const asks = names.flatMap((name) =>
    spans.map((days) => [`${name} ${days}`, question(operation, days, rivals[name], rivals.fettle)] as const),
  );
  const costs = measure(Object.fromEntries(asks) as Record<keyof Costs, () => unknown>) as Costs;
  return [...spans.flatMap((days) => plainRows(operation, days, costs)), ...barRows(operation, costs)];
}

function question(operation: Operation, days: number, rival: Rival, guide: Rival): (call: number) => number {
  const asked = starts.map((from) => {
    const to = from + days * DAY;
    return { from, other: operation === 'diff' ? to : guide.diff(from, to) };
  });
  return (call) => {
    const { from, other } = asked[call % asked.length] as (typeof asked)[number];
    return rival[operation](from, other);
  };
}

/** Throws when two rivals answer differently, since then they would not be doing the same work. */
function agree(operation: Operation, days: number, rivals: Record<Name, Rival>): void {
  for (let call = 0; call < 3; call++) {
    const answers = names.map((name) => question(operation, days, rivals[name], rivals.fettle)(call));
    if (new Set(answers).size > 1) throw new Error(`${operation} over ${days} days: ${answers.join(', ')}`);
  }
}

function plainRows(operation: Operation, days: (typeof spans)[number], costs: Costs): BenchRow[] {
  return names.map((name) => ({
    name: `${title(operation, days)}, ${name}`,
    value: rounded(costs[`${name} ${days}`] * 1_000),
    unit: 'µs',
    ok: true,
  }));
}

function barRows(operation: Operation, costs: Costs): BenchRow[] {
  const packages = ['moment-business-time', 'opening_hours'] as const;
  const faster = packages.reduce((best, name) => (costs[`${name} 365`] < costs[`${best} 365`] ? name : best));
  const year = { name: title(operation, 365), value: rounded(costs['fettle 365'] * 1_000), unit: 'µs' };
  const decade = { name: title(operation, 3_650), value: rounded(costs['fettle 3650'] * 1_000), unit: 'µs' };
  const overPackage = costs[`${faster} 365`] / costs['fettle 365'];
  const overLoop = costs['day loop 365'] / costs['fettle 365'];
  const growth = costs['fettle 3650'] / costs['fettle 1'];
  return [
    { ...year, ratio: rounded(overPackage), against: faster, bar: '≥ 500', ok: overPackage >= 500 },
    { ...year, ratio: rounded(overLoop), against: 'day loop', bar: '≥ 3', ok: overLoop >= 3 },
    { ...decade, ratio: rounded(growth), against: 'its own over a day', bar: '≤ 1.5', ok: growth <= 1.5 },
  ];
}

function title(operation: Operation, days: number): string {
  return `business time: ${operation} over ${days === 1 ? 'a day' : `${days} days`}`;
}
