import type { Mail } from '../../devsite/jira/jira';
import type { Site } from '../../devsite/site';
import { type BenchRow, median, rounded } from './bench-row';
import {
  advanceTo,
  billed,
  day,
  grades,
  minute,
  move,
  nextTick,
  openIncidentSite,
  raise,
  say,
  second,
} from './incident-site';

/** A Friday evening in Berlin, so that nothing of priority P5 falls due before Tuesday. */
const friday = Date.UTC(2026, 5, 5, 18);
const sunday = Date.UTC(2026, 5, 7, 10);
const mondayEvening = Date.UTC(2026, 5, 8, 17);

const sizes = [1_000, 10_000, 100_000] as const;
const quietTicks = 36;
const rounds = 9;
const dueAtOnce = 50;

interface Tick {
  readonly units: number;
  readonly points: number;
  readonly milliseconds: number;
}

const finds = ['nothing due', '50 due', '50 due instants to show'] as const;

/** What a five-minute tick costs by what it finds. */
type Costs = Readonly<Record<(typeof finds)[number], Tick>>;

/** Ticks with 1,000, 10,000 and 100,000 open incidents, every one raised through Jira; and days with 1,000. */
export async function tickBench(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const costs: Costs[] = [];
  for (const size of sizes) {
    const site = await openIncidentSite(friday);
    const raised = performance.now();
    await raiseOpen(site, size);
    rows.push(row(`raising ${inWords(size)} incidents`, (performance.now() - raised) / 1_000, 's'));
    costs.push(await ticksOf(site));
    if (size === sizes[0]) rows.push(...(await dayRows(site)));
    await site.close();
  }
  return [
    ...rows,
    ...finds.flatMap((what) =>
      tickRows(
        what,
        costs.map((one) => one[what]),
      ),
    ),
  ];
}

/** One every twelve seconds, or as many more as the time holds; then on to the Sunday. */
async function raiseOpen(site: Site, count: number): Promise<void> {
  const apart = Math.min(12 * second, Math.floor((sunday - friday) / count));
  for (let i = 0; i < count; i++) {
    raise(site, grades.p5);
    await site.advance(apart);
  }
  await advanceTo(site, sunday);
}

async function ticksOf(site: Site): Promise<Costs> {
  const quiet: Tick[] = [];
  for (let i = 0; i < quietTicks; i++) quiet.push(await tick(site));
  const showing: Tick[] = [];
  const due: Tick[] = [];
  for (let i = 0; i < rounds; i++) {
    const ids = await raiseUrgent(site);
    showing.push(await tick(site));
    due.push(await tick(site));
    await site.advance(3 * minute);
    for (const id of ids) say(site, id);
    for (const id of ids) move(site, id, 'Resolved');
    await tick(site);
    await tick(site);
  }
  return { 'nothing due': middle(quiet), '50 due': middle(due), '50 due instants to show': middle(showing) };
}

/** At risk after eleven and a quarter minutes: the tick after next looks far enough ahead. */
async function raiseUrgent(site: Site): Promise<readonly string[]> {
  await site.advance(minute);
  const ids = Array.from({ length: dueAtOnce }, () => raise(site, grades.p1));
  await site.settle();
  return ids;
}

/** Lives on until the next tick is over; answers what it alone cost. */
async function tick(site: Site): Promise<Tick> {
  await advanceTo(site, nextTick(site) - 1);
  site.bill.reset();
  await site.advance(1);
  return billed(site, ({ cause }) => cause === 'schedule:sla-tick');
}

const middle = (ticks: readonly Tick[]): Tick => ({
  units: median(ticks.map(({ units }) => units)),
  points: median(ticks.map(({ points }) => points)),
  milliseconds: median(ticks.map(({ milliseconds }) => milliseconds)),
});

/** The cost with the fewest open, and that with each larger number beside it. */
function tickRows(what: keyof Costs, ticks: readonly Tick[]): BenchRow[] {
  const meters = [
    ['units', 'KVS units'],
    ['points', 'points'],
    ['milliseconds', 'ms'],
  ] as const;
  const name = (place: number) => `${what}, ${inWords(sizes[place] ?? 0)} open`;
  return meters.flatMap(([meter, unit]) => {
    const [few = 0, ...many] = ticks.map((tick) => tick[meter]);
    const compared = many.map((value, i) => {
      // Nothing is as large as nothing.
      const ratio = few === value ? 1 : value / few;
      const flat = unit === 'ms' ? { ok: true } : { bar: '≤ 1.5', ok: ratio <= 1.5 };
      return { ...row(name(i + 1), value, unit), ratio: rounded(ratio), against: `${inWords(sizes[0])} open`, ...flat };
    });
    return [row(name(0), few, unit), ...compared];
  });
}

/** Monday, on which nothing falls due, then Tuesday, when all are at risk, and Wednesday, when all are breached. */
async function dayRows(site: Site): Promise<BenchRow[]> {
  await advanceTo(site, mondayEvening - day);
  const open = `a day ahead with ${inWords(sizes[0])} open`;
  const quiet = await secondsOf(() => site.advance(day));
  const before = site.jira.mailbox().length;
  const atRisk = await secondsOf(() => site.advance(day));
  const told = site.jira.mailbox().slice(before);
  const breached = await secondsOf(() => site.advance(day));
  return [
    barred(`${open}, nothing due`, quiet),
    barred(`${open}, each at risk`, atRisk),
    barred(`${open}, each breached`, breached),
    row('mails of these days', site.jira.mailbox().length - before, 'mails'),
    row(`${inWords(told.length)} at risk in one instant, the last told later by`, spread(told), 's'),
  ];
}

function spread(mails: readonly Mail[]): number {
  const instants = mails.map(({ at }) => at);
  return (Math.max(...instants) - Math.min(...instants)) / second;
}

const barred = (name: string, value: number): BenchRow => ({ ...row(name, value, 's'), bar: '≤ 10', ok: value <= 10 });

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

const row = (name: string, value: number, unit: string): BenchRow => ({
  name: `tick: ${name}`,
  value: rounded(value),
  unit,
  ok: true,
});

const inWords = (count: number): string => count.toLocaleString('en');
