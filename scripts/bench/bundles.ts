import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BenchRow, median, rounded } from './bench-row';
import { root } from './incident-site';

const backend = join(root, 'dist', 'backend');
const pages = join(root, 'static', 'app', 'dist');

/** Those that agents or events wait for; the others hold the JQL parser and start for admins, or when nobody waits. */
const bars: Readonly<Record<string, { readonly kilobytes: number; readonly milliseconds: number } | undefined>> = {
  events: { kilobytes: 150, milliseconds: 100 },
  ui: { kilobytes: 150, milliseconds: 100 },
};

const starts = 15;
const panelKilobytes = 180;

/** Size and cold start of each bundle of functions, and the script that the panel loads before it can be used. */
export function bundleBench(): BenchRow[] {
  const names = readdirSync(backend).flatMap((file) => (file.endsWith('.cjs') ? [file.slice(0, -'.cjs'.length)] : []));
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

/** What `index.html` loads, and the panel's surface with all that it imports. */
function panelScripts(): readonly string[] {
  const loaded = namesIn(readFileSync(join(pages, 'index.html'), 'utf8'), /"\.\/(assets\/[^"]+\.js)"/g);
  const surface = readdirSync(join(pages, 'assets')).filter((name) => /^service-levels-[^.]+\.js$/.test(name));
  if (surface.length !== 1) throw new Error(`The panel's surface is ${surface.length} files`);
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const script = readFileSync(join(pages, file), 'utf8');
    for (const name of namesIn(script, /\b(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) visit(`assets/${name}`);
  };
  for (const file of [...loaded, `assets/${surface[0]}`]) visit(file);
  return [...seen];
}

const namesIn = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, name]) => String(name));

const kilobytes = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1_000;

function row(name: string, value: number, unit: string, most?: number): BenchRow {
  const told = { name: `bundles: ${name}`, value: rounded(value), unit };
  return most === undefined ? { ...told, ok: true } : { ...told, bar: `≤ ${most}`, ok: value <= most };
}
