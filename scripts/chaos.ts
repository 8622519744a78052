import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildBackend } from './build';
import { type Ended, type Judged, judged } from './chaos/fault-run';
import type { LogPart } from './chaos/log-lives';
import { failures, listedLines, tableLines } from './chaos/report';
import type { SeedTask } from './chaos/seed-process';
import { readArgs, refuse, wholeNumber } from './read-args';

const root = join(__dirname, '..');

interface Options {
  readonly part: LogPart;
  readonly seeds: readonly number[];
}

/** Lives an incident log through once without faults and once a seed with them, and holds the ends against each other. */
async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2));
  const began = performance.now();
  const { part, seeds } = options;
  console.log(
    `${part.file ? 'log' : 'no file given, a generated log'}: ${part.limit} incidents, ${seeds.length} seeds`,
  );
  await buildBackend(root);
  const runs = await allRuns(options);
  const wrong = failures(runs);
  for (const line of [...listedLines(runs), '', ...tableLines(runs), '']) console.log(line);
  for (const line of wrong.slice(0, 100)) console.log(`FAILED ${line}`);
  console.log(`${wrong.length} failures, ${Math.round((performance.now() - began) / 1_000)} s`);
  if (wrong.length) process.exitCode = 1;
}

const usage = 'npm run chaos -- [FILE] [--limit NUMBER] [--seeds NUMBER] [--first SEED] [--days NUMBER]';

function optionsOf(args: string[]): Options {
  const config = {
    args,
    allowPositionals: true,
    options: {
      limit: { type: 'string', default: '2000' },
      seeds: { type: 'string', default: '20' },
      days: { type: 'string' },
      first: { type: 'string', default: '1' },
    },
  } as const;
  const { values, positionals } = readArgs(config, usage);
  const [file] = positionals;
  if (file !== undefined && !existsSync(file)) refuse(`There is no file ${file}.`);
  const first = wholeNumber('--first', values.first, 0);
  const seeds = Array.from({ length: wholeNumber('--seeds', values.seeds, 1, 1_000) }, (_, i) => first + i);
  const days = values.days === undefined ? undefined : wholeNumber('--days', values.days);
  return { part: { file: file && resolve(file), limit: wholeNumber('--limit', values.limit), days }, seeds };
}

/** A process a core; what each seed came to is told as soon as it is known. */
async function allRuns({ part, seeds }: Options): Promise<readonly Judged[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chaos-'));
  const ended = async (seed: number | undefined): Promise<Ended> => {
    const into = join(folder, `${seed ?? 'faultless'}.json`);
    await inProcess({ part, seed, appDirectory: root, into });
    return JSON.parse(readFileSync(into, 'utf8')) as Ended;
  };
  const seat = seats(availableParallelism());
  const expected = seat(() => ended(undefined));
  const runs = seeds.map((seed) =>
    seat(async () => {
      const end = await ended(seed);
      const run = judged(seed, end, (await expected).state);
      console.log(`seed ${seed}: ${run.differences.length} differences, ${run.seconds} s`);
      return run;
    }),
  );
  return Promise.all(runs).finally(() => rmSync(folder, { recursive: true }));
}

/** So many works at a time, the others in their order. */
function seats(most: number) {
  const free = Array.from({ length: most }, () => Promise.resolve());
  return async <Value>(work: () => Promise<Value>): Promise<Value> => {
    const before = free.shift() ?? Promise.resolve();
    const mine = before.then(work);
    free.push(
      mine.then(
        () => undefined,
        () => undefined,
      ),
    );
    return mine;
  };
}

const inProcess = (task: SeedTask): Promise<void> =>
  new Promise((done, failed) => {
    const child = fork(join(root, 'scripts', 'chaos', 'seed-process.ts'));
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`The process of seed ${task.seed} failed.`))));
    child.send(task);
  });

void main();
