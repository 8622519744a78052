import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BenchRow, median, rounded } from './bench-row';
import { root } from './incident-site';

const backend = join(root, 'dist', 'backend');
const pages = join(root, 'static', 'app', 'dist');

/** Those that people or events wait for; `jobs` holds the JQL parser and starts when nobody waits. */
const bars: Readonly<Record<string, { readonly kilobytes: number; readonly milliseconds: number } | undefined>> = {
  events: { kilobytes: 150, milliseconds: 100 },
  ui: { kilobytes: 150, milliseconds: 100 },
  jobs: undefined,
};

const starts = 15;
const panelKilobytes = 180;

/** Size and cold start of each bundle of functions, and the script that the panel loads before it can be used. */
export function bundleBench(): BenchRow[] {
  const names = Object.keys(bars);
  const times = coldStarts(names);
  const panel = kilobytes(panelScripts().map((file) => join(pages, file)));
  return [
    ...names.flatMap((name) => {
      const file = join(backend, `${name}.cjs`);
      return [
        row(`${name}, gzip`, kilobytes([file]), 'kB', bars[name]?.kilobytes),
        row(`${name}, cold import`, times[name] ?? Number.NaN, 'ms', bars[name]?.milliseconds),
      ];
    }),
    row('panel, script before usable, gzip', panel, 'kB', panelKilobytes),
  ];
}

/** Milliseconds of the first import in a new process: the median of several, taken in turn. */
function coldStarts(names: readonly string[]): Readonly<Record<string, number>> {
  const taken = names.map((name): [string, number[]] => [name, []]);
  for (let start = 0; start < starts; start++)
    for (const [name, times] of taken) times.push(coldStart(join(backend, `${name}.cjs`)));
  return Object.fromEntries(taken.map(([name, times]) => [name, median(times)]));
}

const coldStart = (file: string): number =>
  Number(execFileSync(process.execPath, ['-e', stopwatch, file], { encoding: 'utf8', env: {} }));

const stopwatch = `
  const began = performance.now();
  require(process.argv[1]);
  process.stdout.write(String(performance.now() - began));`;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

/** What `index.html` loads, and what the panel's surface does. */
function panelScripts(): readonly string[] {
  const chunks = JSON.parse(readFileSync(join(pages, 'manifest.json'), 'utf8')) as Readonly<Record<string, Chunk>>;
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const chunk = chunks[name];
    if (!chunk) throw new Error(`The pages have no chunk ${name}`);
    if (seen.has(chunk.file)) return;
    seen.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  visit('index.html');
  visit('src/surfaces/service-levels.tsx');
  return [...seen].filter((file) => file.endsWith('.js'));
}

const kilobytes = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1_000;

function row(name: string, value: number, unit: string, most?: number): BenchRow {
  const told = { name: `bundles: ${name}`, value: rounded(value), unit };
  return most === undefined ? { ...told, ok: true } : { ...told, bar: `≤ ${most}`, ok: value <= most };
}
