import type { BillLine } from '../../devsite/platform/bill';
import type { Site } from '../../devsite/site';
import type { Reply } from '../../src/rpc/contract';
import { adminAccount } from '../replay/log-site';
import { type BenchRow, rounded } from './bench-row';
import {
  billed,
  day,
  edit,
  fieldId,
  grades,
  hour,
  minute,
  move,
  openIncidentSite,
  people,
  raise,
  say,
} from './incident-site';

/** A Monday, half past nine in Berlin; the incident's steps are in business hours, and none of its clocks is at risk. */
const monday = Date.UTC(2026, 5, 8, 7, 30);
/** The app is installed at another minute of the hour, so that a change is found by one hourly repair, as most are. */
const installed = monday - day - 20 * minute;

interface Cost {
  readonly points: number;
  readonly units: number;
}

interface Step extends Cost {
  readonly what: 'create' | 'first response' | 'edit' | 'comment' | 'resolve' | 'pause' | 'resume';
}

/** What an incident costs from its creation to its resolution, with the field "Next due" kept and without. */
export async function lifeBench(): Promise<BenchRow[]> {
  const site = await openIncidentSite(installed);
  const shown = await life(site);
  const waits = await waiting(site);
  const repair = repairCost(site);
  await site.close();
  const bare = await openIncidentSite(installed);
  await hideNextDue(bare);
  const hidden = await life(bare);
  await bare.close();
  return [
    ...lifeRows('with "Next due"', shown, 8),
    ...lifeRows('without "Next due"', hidden, 5),
    barred('six edits that change no clock', pointsOf(only(shown, 'edit')), 0),
    ...waits.map(({ what, points }) => barred(`a ${what}`, points, 2)),
    ...waits.map(({ what, units }) => row(`a ${what}`, units, 'KVS units')),
    row('what the hourly repair reads of both incidents', repair, 'points'),
  ];
}

async function life(site: Site): Promise<readonly Step[]> {
  await site.advance(monday - site.clock.now());
  site.bill.reset();
  let id = '';
  const steps: Step[] = [];
  const step = async (what: Step['what'], act: () => void) => {
    steps.push(await costOf(site, what, act));
  };
  await step('create', () => {
    id = raise(site, grades.p5);
  });
  await step('first response', () => say(site, id));
  for (const fields of clocklessEdits(site)) await step('edit', () => edit(site, id, fields));
  await step('comment', () => say(site, id, people.caller));
  await step('comment', () => say(site, id));
  await step('resolve', () => move(site, id, 'Resolved'));
  return steps;
}

const clocklessEdits = (site: Site): readonly Readonly<Record<string, unknown>>[] => [
  { summary: 'No mail since nine, on any phone' },
  { [fieldId(site, 'Category')]: 'Mail' },
  { [fieldId(site, 'Assignment group')]: 'Messaging' },
  { assignee: { accountId: people.caller } },
  { [fieldId(site, 'Assignment group')]: 'Network' },
  { assignee: { accountId: people.agent } },
];

/** A pause and a resumption, each told to Jira before the next. */
async function waiting(site: Site): Promise<readonly Step[]> {
  const id = raise(site, grades.p5);
  await site.advance(hour);
  say(site, id);
  await site.advance(hour);
  const pause = await costOf(site, 'pause', () => move(site, id, 'Awaiting User Info'));
  const resume = await costOf(site, 'resume', () => move(site, id, 'Active'));
  return [pause, resume];
}

/** Six hours are lived on, ticks and repairs included. */
async function costOf(site: Site, what: Step['what'], act: () => void): Promise<Step> {
  const before = own(site);
  act();
  await site.advance(6 * hour);
  const after = own(site);
  return { what, points: after.points - before.points, units: after.units - before.units };
}

/** What is spent on incidents: not the tick's one query, nor the hourly repair. */
const own = (site: Site): Cost =>
  billed(site, ({ cause, call }) => cause !== 'schedule:hourly' && !(isTick(cause) && call === 'kvs entity/query'));

const isTick = (cause: string): boolean => cause === 'schedule:sla-tick';

/** An hourly search costs a point, and one more for each issue it finds. */
function repairCost(site: Site): number {
  const isSearch = ({ cause, call, points }: BillLine) =>
    cause === 'schedule:hourly' && call.endsWith('/search/jql') && points > 0;
  const searches = site.bill.lines().filter(isSearch);
  return searches.reduce((sum, { points, times }) => sum + points - times, 0);
}

async function hideNextDue(site: Site): Promise<void> {
  const saved = (await site.invoke({
    moduleKey: 'administration',
    functionKey: 'saveIncidentSettings',
    payload: { showNextDue: false },
    accountId: adminAccount,
  })) as Reply<null>;
  if (!saved.ok) throw new Error(`The setting was refused: ${JSON.stringify(saved.reason)}`);
}

const only = (steps: readonly Step[], what: Step['what']) => steps.filter((step) => step.what === what);
const pointsOf = (steps: readonly Cost[]): number => steps.reduce((sum, { points }) => sum + points, 0);
const unitsOf = (steps: readonly Cost[]): number => steps.reduce((sum, { units }) => sum + units, 0);

function lifeRows(how: string, steps: readonly Step[], bar: number): BenchRow[] {
  const parts = (['create', 'first response', 'edit', 'comment', 'resolve'] as const).map((what) =>
    row(`${how}, ${what}`, pointsOf(only(steps, what)), 'points'),
  );
  return [barred(how, pointsOf(steps), bar), row(how, unitsOf(steps), 'KVS units'), ...parts];
}

const barred = (name: string, value: number, bar: number): BenchRow => ({
  ...row(name, value, 'points'),
  bar: `≤ ${bar}`,
  ok: value <= bar,
});

const row = (name: string, value: number, unit: string): BenchRow => ({
  name: `life: ${name}`,
  value: rounded(value),
  unit,
  ok: true,
});
