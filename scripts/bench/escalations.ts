import { chance } from '../../devsite/chance';
import type { Site } from '../../devsite/site';
import { type BenchRow, median, rounded } from './bench-row';
import { billed, grades, hour, minute, openIncidentSite, people, raise, second } from './incident-site';

const start = Date.UTC(2026, 5, 8, 7);
const incidents = 200;
/** A P1's first response is at risk after 75 % of a quarter of an hour. */
const untilAtRisk = 675 * second;

/** How long after its instant, in the site's time, a mail that an incident is at risk goes out. */
export async function escalationBench(): Promise<BenchRow[]> {
  const site = await openIncidentSite(start);
  const instants = await raiseOverHours(site);
  await site.advance(hour);
  const late = site.jira
    .mailbox()
    .filter(({ to, issueId }) => to.includes(people.agent) && instants.has(issueId))
    .map(({ at, issueId }) => at - (instants.get(issueId) as number))
    .filter((lateness) => lateness < untilNextAtRisk);
  const spent = billed(site, ({ cause }) => cause === 'queue:escalations');
  const mails = site.jira.mailbox().length;
  await site.close();
  return [
    row('told at risk', late.length, `of ${incidents}`),
    row('late, median', median(late) / second, 's'),
    row('late, most', Math.max(...late) / second, 's'),
    row('a mail, with its look at the issue and the comment of a breach', spent.points / mails, 'points'),
    row('a mail, with its look at the issue and the comment of a breach', spent.units / mails, 'KVS units'),
  ];
}

/** The second clock's is two and three quarter hours after the first's. */
const untilNextAtRisk = 150 * minute;

/** At instants of no pattern; answers when each is at risk. */
async function raiseOverHours(site: Site): Promise<ReadonlyMap<string, number>> {
  const instants = new Map<string, number>();
  for (let i = 0; i < incidents; i++) {
    await site.advance(Math.floor(chance(1, 'escalations', i) * 2 * minute));
    instants.set(raise(site, grades.p1), site.clock.now() + untilAtRisk);
  }
  return instants;
}

const row = (name: string, value: number, unit: string): BenchRow => ({
  name: `escalations: ${name}`,
  value: rounded(value),
  unit,
  ok: true,
});
