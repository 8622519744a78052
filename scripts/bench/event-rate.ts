import type { Runner } from '../../devsite/runners/runner';
import type { Site } from '../../devsite/site';
import { type BenchRow, median, rounded } from './bench-row';
import { edit, grades, minute, move, openIncidentSite, raise } from './incident-site';

const start = Date.UTC(2026, 5, 8, 7);
const incidents = 200;
const rounds = 9;

/** How many events the app handles in a real second on the dev site, by the way its functions run. */
export async function eventRateBench(): Promise<BenchRow[]> {
  return [...(await ratesOf('in-process')), ...(await ratesOf('isolated'))];
}

async function ratesOf(runner: Runner['kind']): Promise<BenchRow[]> {
  const site = await openIncidentSite(start, runner);
  const ids = Array.from({ length: incidents }, () => raise(site, grades.p5));
  await site.settle();
  const clockless: number[] = [];
  const telling: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const status = round % 2 ? 'Active' : 'Awaiting User Info';
    clockless.push(await rate(site, ids, (id) => edit(site, id, { summary: `No mail, ${round}` })));
    telling.push(await rate(site, ids, (id) => move(site, id, status)));
  }
  await site.close();
  return [
    row(`${runner}, changing no clock`, median(clockless)),
    row(`${runner}, pausing or resuming one`, median(telling)),
  ];
}

/** Events a second; the clock moves between rounds, so that no minute's limit is met. */
async function rate(site: Site, ids: readonly string[], act: (id: string) => void): Promise<number> {
  await site.advance(2 * minute);
  for (const id of ids) act(id);
  const began = performance.now();
  await site.settle();
  return ids.length / ((performance.now() - began) / 1_000);
}

const row = (name: string, value: number): BenchRow => ({
  name: `events: ${name}`,
  value: rounded(value),
  unit: 'events/s',
  ok: true,
});
