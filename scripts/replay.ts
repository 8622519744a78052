import { existsSync } from 'node:fs';
import { Presets, SingleBar } from 'cli-progress';
import type { Site } from '../devsite/site';
import { type Configuration, configurationKey, readConfiguration } from '../src/journeys/configuration';
import type { Instant } from '../src/kernel/time';
import { type ClockRecord, clockEntity, clockKey } from '../src/sla/clock-entity';
import { buildBackend } from './build';
import { readArgs, refuse, wholeNumber } from './read-args';
import { generatedLog } from './replay/generated-log';
import { historyReads } from './replay/history-reads';
import { identityCheck } from './replay/identity';
import { live } from './replay/live';
import { type Life, type Lives, livesOf, sample } from './replay/lives';
import { readLog } from './replay/log-row';
import { openLogSite } from './replay/open-log-site';
import { costOf, type Lived, summaryLines, writeCsv } from './replay/report';

const hour = 3_600_000;
const root = `${__dirname}/..`;

/** The bars that a run over a real log is held to. */
const bars = { points: 12, units: 40 };

interface Options {
  readonly file: string | undefined;
  readonly limit: number | undefined;
  /** Numbers of incidents; nothing else is lived through. */
  readonly only: readonly string[] | undefined;
  readonly seed: number;
  readonly csv: string | undefined;
  readonly runner: 'in-process' | 'isolated';
}

/** Lives an incident log through the app on a site in memory, and holds what the app made of it against history. */
async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2));
  const began = performance.now();
  const all = livesOf(options.file ? await readLog(options.file) : generatedLog(500, options.seed));
  const chosen = chosenOf(all, options);
  tellLog(options, all, chosen);

  await buildBackend(root);
  const reads = historyReads();
  const { runner, seed } = options;
  const site = await openLogSite(chosen.lives, { appDirectory: root, runner, seed, fate: reads.watch });
  const ids = await liveThrough(site, chosen.lives);
  console.log(`lived through in ${seconds(began)}`);

  const failures = await told(site, ids, reads, options);
  for (const failure of failures.slice(0, 50)) console.log(`FAILED ${failure}`);
  console.log(`\n${ids.size} incidents, ${failures.length} failures, ${seconds(began)}`);
  if (failures.length) process.exitCode = 1;
  await site.close();
}

/** Prints what came of the run; answers what is wrong with it. */
async function told(
  site: Site,
  ids: ReadonlyMap<string, Life>,
  reads: ReturnType<typeof historyReads>,
  options: Options,
): Promise<readonly string[]> {
  const cost = costOf(site.bill.lines(), ids.size);
  const { lived, configuration } = await judged(site, ids);
  const fired = site.faults.fired();
  const lost = site.failedForGood();
  console.log(
    `\nevents doubled ${fired.doubled}, dropped ${fired.dropped}, reordered ${fired.reordered}; given up ${lost.length}`,
  );
  console.log(`history reads: ${[...reads.byCause()].map(([cause, times]) => `${cause} ${times}`).join(' · ')}`);
  for (const line of summaryLines(lived, configuration)) console.log(line);
  console.log(`mails ${site.jira.mailbox().length}`);
  for (const line of cost.lines) console.log(line);
  if (options.csv) writeCsv(options.csv, lived, configuration);

  const isWhole = options.file !== undefined && options.limit === undefined && options.only === undefined;
  return [
    ...lived.flatMap(({ verdict, life }) =>
      verdict.differences.map(
        (difference) => `${verdict.issueKey} (${life.number}): ${difference} differs from history`,
      ),
    ),
    ...reads
      .unplanted(fired)
      .map(
        ({ issueId, causes }) =>
          `${ids.get(issueId)?.number}: history read without a planted gap: ${causes.join(' · ')}`,
      ),
    ...lost.map(({ cause, reason }) => `${cause} was given up: ${reason}`),
    ...(isWhole ? missedBars(cost) : []),
  ];
}

const usage = `npm run replay -- [FILE] [--limit NUMBER] [--only NUMBER,…] [--seed NUMBER] [--csv FILE] [--runner in-process|isolated]`;

function optionsOf(args: string[]): Options {
  const config = {
    args,
    allowPositionals: true,
    options: {
      limit: { type: 'string' },
      only: { type: 'string' },
      seed: { type: 'string', default: '1' },
      csv: { type: 'string' },
      runner: { type: 'string', default: 'in-process' },
    },
  } as const;
  const { values, positionals } = readArgs(config, usage);
  const [file] = positionals;
  if (file !== undefined && !existsSync(file)) refuse(`There is no file ${file}.`);
  const { runner } = values;
  if (runner !== 'in-process' && runner !== 'isolated') refuse(`There is no runner ${runner}.\n\n${usage}`);
  return {
    file,
    limit: values.limit === undefined ? undefined : wholeNumber('--limit', values.limit),
    only: values.only?.split(','),
    seed: wholeNumber('--seed', values.seed, 0),
    csv: values.csv,
    runner,
  };
}

function chosenOf(all: Lives, { limit, only, seed }: Options): Lives {
  if (only) return { ...all, lives: all.lives.filter(({ number }) => only.includes(number)) };
  return limit ? sample(all, limit, seed) : all;
}

function tellLog({ file }: Options, all: Lives, { lives, refused, idle }: Lives): void {
  console.log(
    `${file ? 'log' : 'no file given, a generated log'}: ${all.lives.length} incidents, ${lives.length} of them lived through`,
  );
  console.log(`rows without a change that Jira would see: ${idle}`);
  for (const { line, number, reason } of refused) console.log(`row ${line} (${number}) cannot be: ${reason}`);
}

/** Everything the log says, then two hours in which the last events arrive and the repair runs. */
async function liveThrough(site: Site, lives: readonly Life[]): Promise<ReadonlyMap<string, Life>> {
  const bar = new SingleBar(
    {
      format: '{bar} {value}/{total} deeds · {rate}/s · {eta_formatted} left · site time {at}',
      hideCursor: true,
      noTTYOutput: true,
      notTTYSchedule: 10_000,
    },
    Presets.shades_classic,
  );
  const began = performance.now();
  const steps = lives.reduce((sum, life) => sum + life.steps.length + 1, 0);
  bar.start(steps, 0, { rate: 0, at: '' });
  const ids = await live(site, lives, (done) => {
    if (done % 50) return;
    const rate = Math.round((1_000 * done) / (performance.now() - began));
    bar.update(done, { rate, at: new Date(site.clock.now()).toISOString().slice(0, 16) });
  });
  await site.advance(2.5 * hour);
  bar.update(steps);
  bar.stop();
  return ids;
}

async function judged(site: Site, ids: ReadonlyMap<string, Life>) {
  const configuration = readConfiguration(stored(site, 'get', { key: configurationKey })) as Configuration;
  const records = new Map<string, ClockRecord>();
  for (const [i, id] of [...ids.keys()].entries()) {
    // The storage's own rate limit holds for the check as well.
    if (i % readsPerMinute === readsPerMinute - 1) await site.advance(hour / 60);
    const record = stored(site, 'entity/get', { entityName: clockEntity.name, key: clockKey(id) });
    if (record) records.set(id, record as ClockRecord);
  }
  const check = identityCheck(site.jira, configuration, site.clock.now() as Instant);
  const lived = [...ids].map(([id, life]): Lived => ({ life, verdict: check(id, records.get(id)) }));
  return { lived, configuration };
}

const readsPerMinute = 900;

/** What the app's storage holds under a key. */
function stored(site: Site, call: string, ask: unknown): unknown {
  const { status, body } = site.storage.handle(`/api/v1/${call}`, JSON.stringify(ask));
  return status === 200 ? (body as { value: unknown }).value : undefined;
}

const missedBars = ({ pointsPerIncident, unitsPerIncident }: ReturnType<typeof costOf>): readonly string[] => [
  ...(pointsPerIncident > bars.points
    ? [`${pointsPerIncident.toFixed(2)} points an incident, over ${bars.points}`]
    : []),
  ...(unitsPerIncident > bars.units
    ? [`${unitsPerIncident.toFixed(2)} KVS units an incident, over ${bars.units}`]
    : []),
];

const seconds = (since: number): string => `${((performance.now() - since) / 1_000).toFixed(1)} s`;

void main();
