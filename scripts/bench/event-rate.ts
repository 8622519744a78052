import type { Runner } from '../../devsite/runners/runner';
import type { Site } from '../../devsite/site';
import { type BenchRow, median, rounded } from './bench-row';
import { edit, grades, minute, move, openIncidentSite, raise } from './incident-site';

const start = Date.UTC(2026, 5, 8, 7);
const incidents = 200;
const rounds = 9;

const kinds = ['in-process', 'isolated'] as const satisfies readonly Runner['kind'][];
const questions = ['changing no clock', 'pausing or resuming one'] as const;

/** How many events the app handles in a real second on the dev site; both ways of running functions take turns. */
export async function eventRateBench(): Promise<BenchRow[]> {
  const subjects = await Promise.all(kinds.map(subject));
  for (let round = 0; round < rounds; round++) for (const one of subjects) await one.measure(round);
  await Promise.all(subjects.map(({ site }) => site.close()));
  return subjects.flatMap(({ kind, rates }) =>
    questions.map((question) => row(`${kind}, ${question}`, median(rates[question]))),
  );
}

async function subject(kind: Runner['kind']) {
  const site = await openIncidentSite(start, kind);
  const ids = Array.from({ length: incidents }, () => raise(site, grades.p5));
  await site.settle();
  const rates: Record<(typeof questions)[number], number[]> = {
    'changing no clock': [],
    'pausing or resuming one': [],
  };
  const measure = async (round: number): Promise<void> => {
    const status = round % 2 ? 'Active' : 'Awaiting User Info';
    rates['changing no clock'].push(await rate(site, ids, (id) => edit(site, id, { summary: `No mail, ${round}` })));
    rates['pausing or resuming one'].push(await rate(site, ids, (id) => move(site, id, status)));
  };
  return { kind, site, rates, measure };
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
