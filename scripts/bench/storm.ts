import { type BenchRow, rounded } from './bench-row';
import { minute, second } from './incident-site';
import { differing, healthOf, openStorm, overdueIn, overtaken, type Storm, toldTwice } from './storm-site';

const incidents = 1_000;
/** Of the hour's 65,000: too few for the storm. */
const pointsLeft = 2_500;
const minutes = 60;

/** One bulk edit of 1,000 incidents against every documented limit, in an hour whose points run out. */
export async function stormBench(): Promise<BenchRow[]> {
  const storm = await openStorm({ incidents, pointsLeft });
  const began = performance.now();
  const course = await livedThrough(storm);
  const seconds = (performance.now() - began) / 1_000;
  const rows = [...courseRows(course), ...endRows(storm), row('an hour of it', seconds, 's')];
  await storm.site.close();
  return rows;
}

interface Look {
  readonly overdue: number;
  readonly told: number;
  readonly saidLate: boolean;
  readonly left: number;
}

async function livedThrough(storm: Storm): Promise<readonly Look[]> {
  const { site } = storm;
  const looks: Look[] = [];
  // A look falls between two runs of the schedule, whose calls the clock that stands counts in one second.
  await site.advance(minute / 2);
  for (let passed = 0; passed < minutes; passed += 1) {
    await site.advance(minute);
    const overdue = overdueIn(storm);
    const { overdue: told, findings } = await healthOf(site);
    const saidLate = findings.some(({ code }) => code === 'timers-late');
    looks.push({ overdue, told: told.count, saidLate, left: site.points.left() });
  }
  return looks;
}

function courseRows(looks: readonly Look[]): BenchRow[] {
  const drained = looks.findLastIndex(({ overdue }) => overdue > 0) + 1;
  // Queries see the store two seconds late, so a minute in which much is done may be told as it was just before.
  const amiss = looks.filter(({ left, overdue, told }) => left === 0 && told !== overdue);
  return [
    row('without points for', looks.filter(({ left }) => left === 0).length, 'minutes'),
    row('overdue at most', Math.max(...looks.map(({ overdue }) => overdue)), `of ${incidents}`),
    row('nothing overdue after', drained + 1, 'minutes'),
    barred('minutes without points in which health counts amiss', amiss.length),
    barred('said to be late in the end', Number(looks.at(-1)?.saidLate)),
  ];
}

function endRows(storm: Storm): BenchRow[] {
  const { site } = storm;
  const peaks = site.storage.peaks();
  return [
    barred('clocks that differ from history', differing(storm).length),
    barred('told twice', toldTwice(storm).length),
    barred('events given up', site.failedForGood().length),
    row('mails', site.jira.mailbox().length, 'mails'),
    row('told at risk after a less urgent one, at most', overtaken(storm, 'at risk') / second, 's'),
    row('told of a breach after a less urgent one, at most', overtaken(storm, 'breached') / second, 's'),
    row('KVS requests in a second, at most', peaks.requestsPerSecond, 'of 1,000'),
    row('KVS write units in a minute, at most', peaks.writeUnitsPerMinute, 'of 4,000'),
  ];
}

const row = (name: string, value: number, unit: string): BenchRow => ({
  name: `storm: ${name}`,
  value: rounded(value),
  unit,
  ok: true,
});

const barred = (name: string, value: number): BenchRow => ({ ...row(name, value, ''), bar: '0', ok: value === 0 });
